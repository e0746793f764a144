import type { LocalDate } from '../time/local-date.ts';

/** Something hours are given for: its category in `content/hours/`, and its days. */
export interface Occasion {
  /** E.g. 集中培训. */
  readonly category: string;
  /** First and last day, the same for most; both in one calendar year. */
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Credit hours somebody was given for one event. There is no other way to get any: nothing counts time on a screen. */
export interface CreditEntry extends Occasion {
  readonly event: CreditEvent;
  /** In steps of 0.5. */
  readonly hours: number;
  /** Whether they count as 政治理论. */
  readonly theory: boolean;
}

/** Known to the service, and credited by it. */
export interface KnownEvent {
  readonly kind: 'meeting' | 'paper';
  readonly number: number;
}

export type CreditEvent =
  | KnownEvent
  /** Registered by an officer; `by` is the code of the organisation the officer spoke for. */
  | { readonly kind: 'registered'; readonly by: string };

/** Whether an entry stands for an occasion of which only the category and the days are known. */
export function isOf(entry: CreditEntry, { category, from, until }: Occasion): boolean {
  return entry.category === category && entry.from <= until && from <= entry.until;
}

/**
 * The entries that count. Two meetings of one day are two. What was registered by hand is
 * known by its category and days only, so it gives way to what the service credited for the same,
 * whichever came first: nothing counts twice.
 */
export function countedEntries(entries: readonly CreditEntry[]): readonly CreditEntry[] {
  const counted = entries.filter(({ event }) => event.kind !== 'registered');
  for (const entry of entries.filter(({ event }) => event.kind === 'registered')) {
    if (!counted.some((other) => isOf(other, entry))) counted.push(entry);
  }
  return counted;
}

export function sumOfHours(entries: readonly CreditEntry[]): number {
  return entries.reduce((sum, { hours }) => sum + hours, 0);
}
