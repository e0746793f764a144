import type { Desk } from '../chat/desk.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { quizDayOn } from '../quiz/open-question.ts';

/**
 * The desk's field: `<number of the paper> <what waited of the daily questions>`. A bare `B` answers the
 * question that was shown last, so the paper has to know when another one came in between.
 */
const paperField = 'paper';

/** The paper a member is taking. */
export interface PaperOnDesk {
  readonly number: number;
  /** A daily question was shown since; bare words are meant for that one first. */
  readonly isAside: boolean;
}

export function paperOn({ desk, today }: Pick<Turn, 'desk' | 'today'>): PaperOnDesk | undefined {
  const [number, waitedThen] = (desk[paperField] ?? '').split(' ');
  if (!number || Number.isNaN(Number(number))) return undefined;
  const waits = waitingQuestion(desk, today);
  return { number: Number(number), isAside: waits !== nothing && waits !== waitedThen };
}

/** States that a question of this paper is what the member sees last. */
export function putOnDesk(turn: Turn, desks: Desks, number: number): void {
  const waits = waitingQuestion(turn.desk, turn.today);
  turn.work.write('HSET', desks.key(turn.member.person.userid), paperField, `${number} ${waits}`);
}

/** States that a daily question is what the member sees last. */
export function putAside(turn: Turn, desks: Desks): void {
  const paper = paperOn(turn);
  if (paper === undefined || paper.isAside) return;
  turn.work.write('HSET', desks.key(turn.member.person.userid), paperField, `${paper.number} ${nothing}`);
}

/** States that this paper is not being taken any more. */
export function takeOffDesk(turn: Turn, desks: Desks, number: number): void {
  if (paperOn(turn)?.number !== number) return;
  turn.work.write('HDEL', desks.key(turn.member.person.userid), paperField);
}

const nothing = '-';

function waitingQuestion(desk: Desk, today: Turn['today']): string {
  return quizDayOn(desk, today).open ?? nothing;
}
