import type { InvitedCounts } from '../meetings/meeting.ts';

/**
 * Wrong codes are counted, so that trying all of them leads nowhere: a guess hits one of the two valid
 * codes with 2 in 9,000. Ours, not a rule's.
 */

/** What somebody typed wrongly of late; it lies on the desk and is taken up again in a new stretch. */
export interface WrongCodes {
  readonly count: number;
  /** When the first of them was typed, in milliseconds since the epoch. */
  readonly since: number;
}

/** So many slips are forgiven within a stretch of ten minutes. */
const mostOfPerson = 5;
const stretch = 10 * 60_000;

/**
 * Whether so many wrong codes were typed by all people together that nobody's is taken before it was
 * changed: one slip for each who was invited, and twenty.
 */
export function isPaused({ voting, withoutVote, guests }: InvitedCounts, wrongCodes: number): boolean {
  return wrongCodes >= voting + withoutVote + guests + 20;
}

/** How many minutes somebody has to wait before the next try; `undefined` when they need not. */
export function minutesToWait(wrong: WrongCodes | undefined, at: number): number | undefined {
  const current = currentOf(wrong, at);
  if (current === undefined || current.count < mostOfPerson) return undefined;
  return Math.ceil((current.since + stretch - at) / 60_000);
}

/** The same after one more. */
export function withOneMore(wrong: WrongCodes | undefined, at: number): WrongCodes {
  const current = currentOf(wrong, at);
  return current === undefined ? { count: 1, since: at } : { ...current, count: current.count + 1 };
}

/** `3 1795762800000` */
export function wrongCodesText({ count, since }: WrongCodes): string {
  return `${count} ${since}`;
}

/** `undefined` for what is absent or damaged. */
export function readWrongCodes(text: string | undefined): WrongCodes | undefined {
  const [, count, since] = /^(\d{1,6}) (\d{1,16})$/u.exec(text ?? '') ?? [];
  return count === undefined ? undefined : { count: Number(count), since: Number(since) };
}

/** A clock that was set back begins a new stretch too. */
function currentOf(wrong: WrongCodes | undefined, at: number): WrongCodes | undefined {
  return wrong !== undefined && wrong.since <= at && at < wrong.since + stretch ? wrong : undefined;
}
