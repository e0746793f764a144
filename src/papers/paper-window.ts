import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';
import type { Paper } from './paper.ts';
import type { MakeUp } from './sheet.ts';

/** When somebody can take a paper. */
export interface PaperWindow {
  /** First and one past the last instant, in milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  /** The last day, whole. */
  readonly lastDay: LocalDate;
}

/** Both days are whole: from midnight to midnight. A make-up only ever makes it longer. */
export function windowOf(
  paper: Pick<Paper, 'from' | 'until'>,
  makeUp: MakeUp | undefined,
  zone: Zone,
): PaperWindow {
  const lastDay = makeUp !== undefined && makeUp.until > paper.until ? makeUp.until : paper.until;
  return {
    from: zone.instantOf(paper.from, 0),
    until: zone.instantOf(addDays(lastDay, 1), 0),
    lastDay,
  };
}

/** A make-up window ends at most so many days after the paper's own. */
export const longestMakeUp = 60;

const minute = 60_000;

/** When a try that begins now is handed in by the service: the end of the window or of the time limit. */
export function deadlineOf({ minutes }: Pick<Paper, 'minutes'>, { until }: PaperWindow, at: number): number {
  if (minutes === undefined) return until;
  // Whole minutes are kept; nobody gets less than what was promised.
  return Math.min(until, (Math.ceil(at / minute) + minutes) * minute);
}
