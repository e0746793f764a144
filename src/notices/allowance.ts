import type { DailyQuota } from '../delivery/daily-quota.ts';
import type { Quota } from '../delivery/quota.ts';
import type { Addressee } from '../post/post.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';
import type { NoticeUrgency } from './notice.ts';

/** Whether a notice fits into what WeCom takes on a day, in person-times. */
export interface Allowance {
  readonly date: LocalDate;
  /** What the notice takes of it. */
  readonly needed: number;
  /** What is left of it before. */
  readonly left: number;
}

/**
 * Of the day on which a notice does not fit, else of the day on which most get it. `each`: messages to
 * every addressee. `undefined` when nobody can get it.
 */
export async function allowanceFor(
  addressees: readonly Addressee[],
  each: number,
  urgency: NoticeUrgency,
  { quota, zone }: { readonly quota: Quota; readonly zone: Zone },
): Promise<Allowance | undefined> {
  const days = new Map<LocalDate, { readonly instant: number; needed: number }>();
  for (const { due } of addressees) {
    if (due === undefined) continue;
    const { date } = zone.localAt(due);
    const day = days.get(date) ?? { instant: due, needed: 0 };
    day.needed += each;
    days.set(date, day);
  }
  const allowances = await Promise.all(
    [...days].map(async ([date, { instant, needed }]): Promise<Allowance> => {
      return { date, needed, left: leftFor(urgency, await quota.on(instant)) };
    }),
  );
  return allowances.find(exceeds) ?? allowances.toSorted((a, b) => b.needed - a.needed)[0];
}

export function exceeds({ needed, left }: Allowance): boolean {
  return needed > left;
}

/** What is kept back of a day is for answers and for what is urgent. */
function leftFor(urgency: NoticeUrgency, { most, sent, promised, left }: DailyQuota): number {
  return urgency === 'urgent' ? Math.max(0, most - sent - promised) : left;
}
