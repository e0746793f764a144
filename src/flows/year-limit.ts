import { Refusal } from '../errors.ts';
import type { Flow } from '../library/flow.ts';
import type { Roster } from '../roster/roster-view.ts';
import { yearOf } from '../time/local-date.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';
import type { CaseStore } from './case-store.ts';
import { takenBack, type CaseStart } from './case.ts';

/**
 * Throws a Refusal when an organisation has as many cases of a flow this year as the content allows now: a
 * limit that is set during the year holds for cases under way, too.
 *
 * @param number of the case that is to go on: those begun before it come first; absent for a new one
 */
export type RefuseBeyondLimit = (
  flow: Flow,
  start: CaseStart,
  roster: Roster,
  number?: number,
) => Promise<void>;

export function createYearLimit({
  store,
  flows,
}: {
  readonly store: Pick<CaseStore, 'allOpen' | 'allClosed' | 'findEach'>;
  readonly flows: readonly Flow[];
}): RefuseBeyondLimit {
  return async (flow, start, roster, number = Infinity) => {
    const limit = flows.find(({ id }) => id === flow.id)?.start.limit;
    if (limit === undefined) return;
    const year = yearOf(start.at.date);
    const isCounted = ([other, row]: readonly [number, OpenCase | ClosedCase]): boolean =>
      other < number &&
      row.flow === flow.id &&
      yearOf(row.begunOn) === year &&
      (row.state === 'open' || ![takenBack, ...limit.notCounted].includes(row.how));
    // One that is closed between the two reads is found in both.
    const all = new Map<number, OpenCase | ClosedCase>([
      ...(await store.allOpen()),
      ...(await store.allClosed()),
    ]);
    const rows = [...all].filter(isCounted);
    const cases = await store.findEach(rows.map(([other]) => other));
    const taken = cases.filter(({ found }) => found.start.organisation === start.organisation).length;
    if (taken < limit.atMost) return;
    const name = roster.organisation(start.organisation)?.name ?? '';
    throw new Refusal(
      `${name} ${year} 年的${flow.name}已有 ${taken} 件，一年最多 ${limit.atMost} 件，所以没有记下。\n${howToMakeRoom(limit.notCounted)}看已有的发“事项”。`,
    );
  };
}

function howToMakeRoom(notCounted: readonly string[]): string {
  return notCounted.length === 0 ? '' : `${notCounted.join('、')}的不算在内。`;
}
