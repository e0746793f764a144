import { failureOf, type Failure } from './failure.ts';
import type { Lanes } from './lanes.ts';
import type { Urgency } from './outbox-entry.ts';

export type CallOutcome<Result> =
  | { readonly kind: 'accepted'; readonly result: Result }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Waits for a lane and makes a call to WeCom in it. Does not reject. */
export async function callInLane<Result>(
  lanes: Lanes,
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
    return { kind: 'refused', failure };
  }
}
