import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { shownLastIn } from '../quiz/shown-last.ts';

/** The paper a member is taking. */
export interface PaperOnDesk {
  readonly number: number;
  /** A daily question was shown since; bare words are meant for that one first. */
  readonly isAside: boolean;
}

/** The desk's field: `<number of the paper> <what waited of the daily questions>`. */
const shown = shownLastIn('paper');

export function paperOn(turn: Pick<Turn, 'desk' | 'today'>): PaperOnDesk | undefined {
  const found = shown.on(turn);
  const number = Number(found?.what);
  return found === undefined || Number.isNaN(number) ? undefined : { number, isAside: found.isAside };
}

/** States that a question of this paper is what the member sees last. */
export function putOnDesk(turn: Turn, desks: Desks, number: number): void {
  shown.put(turn, desks, String(number));
}

/** States that a daily question is what the member sees last. */
export function putAside(turn: Turn, desks: Desks): void {
  shown.putAside(turn, desks, 'answered');
}

/** States that this paper is not being taken any more. */
export function takeOffDesk(turn: Turn, desks: Desks, number: number): void {
  if (paperOn(turn)?.number === number) shown.takeOff(turn, desks);
}
