import type { Desk } from '../chat/desk.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';

/** The desk's field: `2026-11-20 <daily question id or -> <reviews done> <open one's id or -> <answered last or ->`. */
export const quizField = 'quiz';

/** Where somebody stands with today's questions. */
export interface QuizDay {
  readonly date: LocalDate;
  /** Today's question, once it was chosen. */
  readonly daily?: string;
  readonly reviewsDone: number;
  /** The question that waits for an answer. It waits on over midnight. */
  readonly open?: string;
  /** The question that was answered last. */
  readonly last?: string;
}

export function quizDayOn(desk: Desk, today: LocalDate): QuizDay {
  const [day = '', daily = '-', reviews = '0', open = '-', last = '-'] = (desk[quizField] ?? '').split(' ');
  const lasting = { ...(open === '-' ? {} : { open }), ...(last === '-' ? {} : { last }) };
  if (parseLocalDate(day) !== today) return { date: today, reviewsDone: 0, ...lasting };
  return { date: today, reviewsDone: Number(reviews), ...(daily === '-' ? {} : { daily }), ...lasting };
}

/** The day on which somebody was last asked a question, as it is stored; '' before the first. */
export function askedOn(desk: Desk): string {
  return (desk[quizField] ?? '').split(' ', 1)[0] ?? '';
}

/** Whether the question of the day was asked and answered. */
export function hasAnsweredDaily({ daily, open }: QuizDay): boolean {
  return daily !== undefined && daily !== open;
}

/**
 * States where somebody stands from now on. Fails at the commit when it changed since `desk` was read: the
 * morning's push, a reminder and the person may choose a question at the same moment.
 */
export function setQuizDay(work: UnitOfWork, deskKey: string, desk: Desk, day: QuizDay): void {
  work.expectField(deskKey, quizField, desk[quizField]);
  work.write('HSET', deskKey, quizField, quizDayText(day));
}

function quizDayText({ date, daily, reviewsDone, open, last }: QuizDay): string {
  return `${date} ${daily ?? '-'} ${reviewsDone} ${open ?? '-'} ${last ?? '-'}`;
}
