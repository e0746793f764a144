import { failureOf, type Failure } from './failure.ts';
import type { Urgency } from './outbox-entry.ts';
import type { TryParts } from './try-parts.ts';

export type CallOutcome<Result> =
  | { readonly kind: 'accepted'; readonly result: Result }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Waits for a lane and makes a call to WeCom in it. Does not reject. */
export async function callInLane<Result>(
  { lanes, count }: Pick<TryParts, 'lanes' | 'count'>,
  urgency: Urgency,
  call: () => Promise<Result>,
): Promise<CallOutcome<Result>> {
  const lane = await lanes.enter(urgency);
  try {
    const result = await call();
    lane.leave('smoothly');
    return { kind: 'accepted', result };
  } catch (error) {
    const failure = failureOf(error);
    lane.leave(failure.action === 'slowDown' ? 'crowded' : 'smoothly');
    count({ refused: failure.errcode });
    return { kind: 'refused', failure };
  }
}
