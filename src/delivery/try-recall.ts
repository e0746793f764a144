import { callInLane } from './call-in-lane.ts';
import { verdictOn, type Failure } from './failure.ts';
import type { RecallEntry } from './outbox-entry.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { createWaitAfter } from './wait-after.ts';
import { failedField, openField, recalledField } from './withdrawal-fields.ts';

/**
 * Tries to take back the message of one call. Recalling it once more does no harm; but whether WeCom
 * then says yes or no is not documented, so a refusal after an answer was lost proves nothing.
 */
export type TryRecall = (trial: Trial<RecallEntry>) => Promise<Next>;

export function createTryRecall(parts: TryParts): TryRecall {
  const { redis, keys, settlement, sender, gate, log, count } = parts;
  const waitAfter = createWaitAfter(parts);

  return async (trial) => {
    const { entry, pass } = trial;
    const isFirst = (await redis.hsetnx(keys.tried, entry.id, 'a recall')) === 1;
    const answer = await callInLane(parts, 'answer', () => sender.recall(entry.messageId));
    if (answer.kind === 'accepted') {
      gate.accepted(pass);
      count('recalled');
      return settle(trial, recalledField);
    }

    const { failure } = answer;
    const verdict = verdictOn(failure, 1);
    if (verdict === 'later' || verdict === 'crowded' || verdict === 'held') {
      if (isFirst && !failure.mayHaveArrived) await redis.hdel(keys.tried, entry.id);
      return waitAfter(trial, failure, verdict);
    }
    const { errcode, errmsg, remedy } = failure;
    log.warn({ entry: entry.id, errcode, errmsg, remedy }, 'WeCom does not take a message back');
    const isCertain = isFirst && !failure.mayHaveArrived;
    return settle(trial, failedField(isCertain ? reasonOf(failure) : '不知道是否撤回'));
  };

  async function settle({ entry, queued }: Trial<RecallEntry>, field: string): Promise<Next> {
    const figures = keys.recallOf(entry.subject);
    await settlement.settle(await settlement.claim(entry, queued.record), (work) => {
      work.write('HINCRBY', figures, openField, -entry.people);
      work.write('HINCRBY', figures, field, entry.people);
    });
    return done;
  }
}

/** The table's other reasons are about sending. */
function reasonOf({ action, reason }: Failure): string {
  return action === 'final' ? reason : '企业微信不接受撤回';
}
