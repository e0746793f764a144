import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { shownLastIn } from '../quiz/shown-last.ts';

/*
 * The desk's fields, so that words that are no command find the question they answer:
 *   room       number of the room the member is in, or leads
 *   challenge  `<number> <index of the question shown last> <day> <what waited of the daily questions then>`
 */
export const contestFields = ['room', 'challenge'] as const;

/** The room whose questions a member gets. */
export function roomOn({ desk }: Pick<Turn, 'desk'>): number | undefined {
  return numberIn(desk['room']);
}

export function putRoomOnDesk(turn: Turn, desks: Desks, number: number): void {
  turn.work.write('HSET', deskKey(turn, desks), 'room', number);
}

export function takeRoomOffDesk(turn: Turn, desks: Desks): void {
  turn.work.write('HDEL', deskKey(turn, desks), 'room');
}

/** The question of a challenge that a member was shown last. */
export interface ShownLast {
  readonly number: number;
  readonly index: number;
  /** A question of something else was shown since; bare words are meant for that one first. */
  readonly isAside: boolean;
}

const shown = shownLastIn('challenge');

export function challengeOn(turn: Pick<Turn, 'desk' | 'today'>): ShownLast | undefined {
  const found = shown.on(turn);
  const [numberText, indexText, day] = found?.what.split(' ') ?? [];
  const number = numberIn(numberText);
  const index = numberIn(indexText);
  // On another day nobody remembers; words to a gap would be taken for an answer for ever.
  if (found === undefined || number === undefined || index === undefined || day !== turn.today)
    return undefined;
  return { number, index, isAside: found.isAside };
}

/** States that this is what the member sees last. */
export function putChallengeOnDesk(turn: Turn, desks: Desks, number: number, index: number): void {
  shown.put(turn, desks, `${number} ${index} ${turn.today}`);
}

/** States that a question of something else is shown now. */
export function putChallengeAside(turn: Turn, desks: Desks): void {
  shown.putAside(turn, desks, 'shownAgain');
}

export function takeChallengeOffDesk(turn: Turn, desks: Desks): void {
  shown.takeOff(turn, desks);
}

function deskKey({ member }: Turn, desks: Desks): string {
  return desks.key(member.person.userid);
}

function numberIn(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || text === '' || !Number.isSafeInteger(number) ? undefined : number;
}
