import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import type { Desk } from '../chat/desk.ts';

/** The study item that lies on a member's desk, and since when it is done. */
export interface TodaysStudy {
  /** The day for which it was chosen. */
  readonly date: LocalDate;
  readonly itemId: string;
  /** Minute of that day at which the member said 已学完; absent while it is open. */
  readonly doneAt?: number;
}

/** The desk's field: `2026-11-20 <item id>`, and once done ` <minute>`. */
export const studyField = 'study';

export function studyOn(desk: Desk): TodaysStudy | undefined {
  const [day = '', itemId, minute] = (desk[studyField] ?? '').split(' ');
  const date = parseLocalDate(day);
  if (date === undefined || itemId === undefined) return undefined;
  return minute === undefined ? { date, itemId } : { date, itemId, doneAt: Number(minute) };
}

export function studyText({ date, itemId, doneAt }: TodaysStudy): string {
  return doneAt === undefined ? `${date} ${itemId}` : `${date} ${itemId} ${doneAt}`;
}
