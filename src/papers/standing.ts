import type { PaperWindow } from './paper-window.ts';
import type { Sheet } from './sheet.ts';

/** How far a member is with a paper. */
export type Standing =
  /** Its window has not begun. */
  | 'coming'
  | 'open'
  /** A try is open. */
  | 'underway'
  /** Something was handed in. */
  | 'done'
  /** The window is over, and nothing was handed in. */
  | 'over';

export function standingOf(sheet: Sheet, { from, until }: PaperWindow, at: number): Standing {
  if (sheet.attempt !== undefined && at < sheet.attempt.deadline) return 'underway';
  // Handed in as soon as anybody looks.
  if (sheet.attempt !== undefined || sheet.results.length > 0) return 'done';
  if (at < from) return 'coming';
  return at < until ? 'open' : 'over';
}
