import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { quizDayOn } from '../quiz/open-question.ts';

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

export function challengeOn(turn: Pick<Turn, 'desk' | 'today'>): ShownLast | undefined {
  const [numberText, indexText, day, waitedThen] = (turn.desk['challenge'] ?? '').split(' ');
  const number = numberIn(numberText);
  const index = numberIn(indexText);
  // On another day nobody remembers; words to a gap would be taken for an answer for ever.
  if (number === undefined || index === undefined || day !== turn.today) return undefined;
  const waits = waitingQuestion(turn);
  return { number, index, isAside: waitedThen === aside || (waits !== nothing && waits !== waitedThen) };
}

/** States that this is what the member sees last. */
export function putChallengeOnDesk(turn: Turn, desks: Desks, number: number, index: number): void {
  const shown = `${number} ${index} ${turn.today} ${waitingQuestion(turn)}`;
  if (turn.desk['challenge'] !== shown) turn.work.write('HSET', deskKey(turn, desks), 'challenge', shown);
}

/** States that a question of something else is shown now. */
export function putChallengeAside(turn: Turn, desks: Desks): void {
  const shown = challengeOn(turn);
  if (shown === undefined || shown.isAside) return;
  turn.work.write(
    'HSET',
    deskKey(turn, desks),
    'challenge',
    `${shown.number} ${shown.index} ${turn.today} ${aside}`,
  );
}

export function takeChallengeOffDesk(turn: Turn, desks: Desks): void {
  turn.work.write('HDEL', deskKey(turn, desks), 'challenge');
}

const nothing = '-';
const aside = '!';

function waitingQuestion({ desk, today }: Pick<Turn, 'desk' | 'today'>): string {
  return quizDayOn(desk, today).open ?? nothing;
}

function deskKey({ member }: Turn, desks: Desks): string {
  return desks.key(member.person.userid);
}

function numberIn(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || text === '' || !Number.isSafeInteger(number) ? undefined : number;
}
