import { callInLane } from './call-in-lane.ts';
import { verdictOn } from './failure.ts';
import type { UpdateEntry } from './outbox-entry.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { createWaitAfter } from './wait-after.ts';

/**
 * Tries to update a card. Its response code works once, so a repeat does no harm; and whatever WeCom
 * answers except a failure of the whole is final, because there is nobody to tell (protocol §4.4).
 */
export type TryUpdate = (trial: Trial<UpdateEntry>) => Promise<Next>;

export function createTryUpdate(parts: TryParts): TryUpdate {
  const { settlement, sender, gate, count } = parts;
  const waitAfter = createWaitAfter(parts);

  return async (trial) => {
    const { entry, pass } = trial;
    const answer = await callInLane(parts, 'answer', () => sender.updateCard(entry));
    if (answer.kind === 'accepted') {
      gate.accepted(pass);
      count('cardUpdated');
    } else {
      const { failure } = answer;
      const verdict = verdictOn(failure, entry.recipients.length);
      if (verdict === 'later' || verdict === 'crowded' || verdict === 'held') {
        return waitAfter(trial, failure, verdict);
      }
    }
    await settlement.remove(entry.id);
    return done;
  };
}
