import type { Turn } from '../chat/turn.ts';
import type { Flow } from '../library/flow.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case, CaseStart } from './case.ts';
import { rowOf } from './case-row.ts';
import type { CaseStore } from './case-store.ts';
import type { RefuseBeyondLimit } from './year-limit.ts';
import type { Telling, Told } from './telling.ts';

/** States a new case and the messages to whoever acts first. Throws a Refusal when there are enough of them. */
export type BeginCase = (turn: Turn, flow: Flow, start: CaseStart) => Promise<Begun>;

export interface Begun extends Told {
  readonly found: Case;
}

export function createBeginCase({
  store,
  telling,
  calendar,
  refuseBeyondLimit,
}: {
  readonly store: Pick<CaseStore, 'latest' | 'add'>;
  readonly telling: Pick<Telling, 'waiting'>;
  readonly calendar: WorkCalendar;
  readonly refuseBeyondLimit: RefuseBeyondLimit;
}): BeginCase {
  // Minutes give out several tasks in one turn, before the first of them is written.
  const givenOut = new WeakMap<UnitOfWork, number>();

  return async (turn, flow, start) => {
    // Read before the others are counted: if one is begun meanwhile, the turn is decided anew.
    const previous = givenOut.get(turn.work) ?? (await store.latest());
    await refuseBeyondLimit(flow, start, turn.roster);
    const found: Case = { number: previous + 1, flow, start, entries: [] };
    const row = rowOf(found, turn.roster, calendar, turn.today);
    if (row.state === 'closed') throw new TypeError('a case was closed before it began');
    store.add(turn.work, { begun: found, row, isFirst: !givenOut.has(turn.work) });
    givenOut.set(turn.work, found.number);
    return { found, ...(await telling.waiting(turn, found)) };
  };
}
