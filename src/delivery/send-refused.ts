import { verdictOn, type Failure } from './failure.ts';
import type { SendEntry, UploadOrder } from './outbox-entry.ts';
import { allMissed } from './outcome.ts';
import { triedClaim, type Begun } from './send-claims.ts';
import type { Claim, State } from './settlement.ts';
import { forgetTry, giveBack } from './spending.ts';
import { halves } from './split-recipients.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { noteMissed } from './unreachable.ts';
import { createWaitAfter } from './wait-after.ts';

/** What becomes of a message that WeCom did not accept. */
export type SendRefused = (trial: Trial<SendEntry>, begun: Begun<'go'>, failure: Failure) => Promise<Next>;

export function createSendRefused(parts: TryParts): SendRefused {
  const { redis, keys, settlement, report, clock, log, count } = parts;
  const waitAfter = createWaitAfter(parts);

  return async (trial, begun, failure) => {
    const { entry } = trial;
    const claim = triedClaim(keys, entry, begun);
    const verdict = verdictOn(failure, entry.recipients.length);
    const notArrived = hasNotArrived(failure, begun);
    const undo: State = (work) => {
      if (notArrived) giveBack(work, keys, entry.recipients.length);
    };
    switch (verdict) {
      case 'unreachable':
        return miss(claim, failure, undo);
      case 'halved':
        await settlement.replace(claim, halves(entry), undo);
        return done;
      case 'dead':
        return entry.order !== undefined && notArrived
          ? redo(claim, entry.order, failure)
          : bury(claim, failure, undo);
      default: {
        const next = await waitAfter(trial, failure, verdict);
        // Certainly nobody has it: the time over which a repeat might be doubled has not begun.
        if (notArrived) await forgetTry(redis, keys, entry);
        return next;
      }
    }
  };

  async function miss(claim: Claim<SendEntry>, { reason }: Failure, undo: State): Promise<Next> {
    const { entry } = claim;
    const outcome = allMissed(entry.recipients, reason);
    await settlement.settle(claim, (work) => {
      undo(work);
      report.settle(work, entry, outcome);
      noteMissed(work, keys, outcome, clock.now());
    });
    return done;
  }

  /** What WeCom has lost is uploaded once more; words go in the place of what it refuses. */
  async function redo(claim: Claim<SendEntry>, order: UploadOrder, failure: Failure): Promise<Next> {
    const { id, recipients, urgency } = claim.entry;
    if (failure.action === 'reuploadMedia' && order.age === 'any') {
      await settlement.turnInto(claim, { kind: 'upload', id, recipients, order: { ...order, age: 'new' } });
      return done;
    }
    const { errcode, errmsg, remedy } = failure;
    log.error({ entry: id, errcode, errmsg, remedy }, 'WeCom refuses a picture or file; words go instead');
    await settlement.turnInto(claim, { kind: 'send', id, recipients, urgency, message: order.instead });
    return done;
  }

  async function bury(claim: Claim<SendEntry>, failure: Failure, undo: State): Promise<Next> {
    const { entry } = claim;
    const { errcode, errmsg, reason, remedy } = failure;
    log.error({ entry: entry.id, errcode, errmsg, remedy }, 'WeCom refuses a message for its content');
    count('dead');
    await settlement.bury(entry.id, failure, clock.now());
    await settlement.settle(claim, (work) => {
      undo(work);
      report.settle(work, entry, allMissed(entry.recipients, reason));
    });
    return done;
  }
}

/** Neither this try nor one before it. */
function hasNotArrived({ mayHaveArrived }: Failure, { tried, now }: Begun<'go'>): boolean {
  return !mayHaveArrived && tried === String(now);
}
