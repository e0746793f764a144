import { noteCall } from './accepted-calls.ts';
import { beginTry, type Beginning } from './begin-try.ts';
import { callInLane } from './call-in-lane.ts';
import { quotaDay } from './daily-quota.ts';
import { duplicateCheckSeconds } from './duplicate-check.ts';
import { verdictOn, type Failure } from './failure.ts';
import type { SendEntry, UploadOrder } from './outbox-entry.ts';
import { allMissed, impossibleAccount, outcomeOf, unconfirmed } from './outcome.ts';
import type { QueuedEntry } from './queue.ts';
import { forgetTry, giveBack } from './spending.ts';
import { countMessage } from './rate-windows.ts';
import type { Claim, State } from './settlement.ts';
import { byRoom, halves } from './split-recipients.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { noteMissed, noteReached } from './unreachable.ts';
import { createWaitAfter } from './wait-after.ts';

/** Tries to send a message, and settles what can be settled. */
export type TrySend = (trial: Trial<SendEntry>) => Promise<Next>;

export function createTrySend(parts: TryParts): TrySend {
  const { redis, keys, settlement, sender, gate, lanes, report, clock, log, count } = parts;
  const waitAfter = createWaitAfter(parts);

  return async (trial) => {
    const { entry } = trial;
    const begun = await beginTry(redis, keys, entry.id, {
      body: encode(trial),
      recipients: entry.recipients,
      day: quotaDay(clock.now()),
    });
    switch (begun.kind) {
      case 'gone':
        return done;
      case 'bodiless':
        return sortOut(trial, begun);
      case 'tooLate':
        return giveUp(trial, begun);
      case 'full':
        return waitForRoom(trial, begun);
      case 'go':
        return send(trial, begun);
    }
  };

  function encode({ entry: { message, recipients }, queued }: Trial<SendEntry>): string {
    const duplicateCheck = duplicateCheckSeconds(queued.variant);
    try {
      return sender.encodeSend({ message, recipients, duplicateCheckSeconds: duplicateCheck });
    } catch {
      return '';
    }
  }

  /** Messages come from builders; so it is a userid that cannot be encoded, and the others get theirs. */
  async function sortOut({ entry, queued }: Trial<SendEntry>, begun: Begun<'bodiless'>): Promise<Next> {
    const claim = untriedClaim(entry, queued, begun);
    return entry.recipients.length === 1 ? miss(claim, entry, impossibleAccount) : halve(claim, entry);
  }

  async function send(trial: Trial<SendEntry>, begun: Begun<'go'>): Promise<Next> {
    const { entry, pass } = trial;
    const startedAt = performance.now();
    const answer = await callInLane(lanes, entry.urgency, () => sender.send(begun.body));
    if (answer.kind === 'refused') return afterRefusal(trial, begun, answer.failure);

    gate.accepted(pass);
    count('sent');
    const outcome = outcomeOf(entry.recipients, answer.result);
    await settlement.settle(claimOf(entry, begun), (work) => {
      report.settle(work, entry, outcome);
      noteCall(work, keys, entry, outcome.reached.length, outcome.messageId);
      noteReached(work, keys, outcome, begun.unreachable);
      noteMissed(work, keys, outcome, clock.now());
      // Delivered in the minute in which the try began or in this one: it counts in both.
      if (performance.now() - startedAt < begun.minuteLeft) return;
      for (const userid of entry.recipients) countMessage(work, keys, userid);
    });
    return done;
  }

  async function afterRefusal(trial: Trial<SendEntry>, begun: Begun<'go'>, failure: Failure): Promise<Next> {
    const { entry } = trial;
    const claim = claimOf(entry, begun);
    const notArrived = hasNotArrived(failure, begun);
    const undo: State = (work) => {
      if (notArrived) giveBack(work, keys, entry.recipients.length);
    };
    const verdict = verdictOn(failure, entry.recipients.length);
    switch (verdict) {
      case 'unreachable':
        return miss(claim, entry, failure.reason, undo);
      case 'halved':
        return halve(claim, entry, undo);
      case 'dead':
        return entry.order !== undefined && notArrived
          ? redo(claim, entry, entry.order, failure)
          : bury(claim, entry, failure, undo);
      default: {
        const next = await waitAfter(trial, failure, verdict);
        // Certainly nobody has it: the time over which a repeat might be doubled has not begun.
        if (notArrived) await forgetTry(redis, keys, entry);
        return next;
      }
    }
  }

  async function miss(claim: Claim, entry: SendEntry, reason: string, undo?: State): Promise<Next> {
    const outcome = allMissed(entry.recipients, reason);
    await settlement.settle(claim, (work) => {
      undo?.(work);
      report.settle(work, entry, outcome);
      noteMissed(work, keys, outcome, clock.now());
    });
    return done;
  }

  async function halve(claim: Claim, entry: SendEntry, undo?: State): Promise<Next> {
    await settlement.replace(claim, halves(entry.recipients), undo);
    return done;
  }

  /** What WeCom has lost is uploaded once more; words go in the place of what it refuses. */
  async function redo(claim: Claim, entry: SendEntry, order: UploadOrder, failure: Failure): Promise<Next> {
    const { id, recipients, urgency } = entry;
    if (failure.action === 'reuploadMedia' && order.age === 'any') {
      await settlement.turnInto(claim, { kind: 'upload', id, recipients, order: { ...order, age: 'new' } });
      return done;
    }
    const { errcode, remedy } = failure;
    log.error({ entry: id, errcode, remedy }, 'WeCom refuses a picture or file; words go instead');
    await settlement.turnInto(claim, { kind: 'send', id, recipients, urgency, message: order.instead });
    return done;
  }

  async function bury(claim: Claim, entry: SendEntry, failure: Failure, undo: State): Promise<Next> {
    const { errcode, reason, remedy } = failure;
    log.error({ entry: entry.id, errcode, remedy }, 'WeCom refuses a message for its content');
    count('dead');
    await settlement.bury(entry.id, failure, clock.now());
    await settlement.settle(claim, (work) => {
      undo(work);
      report.settle(work, entry, allMissed(entry.recipients, reason));
    });
    return done;
  }

  async function giveUp({ entry }: Trial<SendEntry>, begun: Begun<'tooLate'>): Promise<Next> {
    log.warn(
      { entry: entry.id, recipients: entry.recipients.length },
      'a message may or may not have arrived',
    );
    count('unconfirmed');
    await settlement.settle(claimOf(entry, begun), (work) => {
      report.settle(work, entry, allMissed(entry.recipients, unconfirmed));
      noteCall(work, keys, entry, entry.recipients.length, undefined);
    });
    return done;
  }

  /** Before the first try, recipients who have room need not wait for the others; a repeat stays as it is. */
  async function waitForRoom({ entry, queued }: Trial<SendEntry>, begun: Begun<'full'>): Promise<Next> {
    const { full, triedBefore, wait } = begun;
    count('putOff');
    const groups = byRoom(entry.recipients, full, wait);
    if (triedBefore || groups.length === 1) return { kind: 'later', wait };
    await settlement.replace(untriedClaim(entry, queued, begun), groups);
    return done;
  }

  function claimOf(entry: SendEntry, { tried, follower, now }: Begun<'go' | 'tooLate'>): Claim {
    return { entry, expected: { key: keys.tried, value: tried }, follower, now };
  }

  function untriedClaim(
    entry: SendEntry,
    { record }: QueuedEntry,
    { follower, now }: Begun<'bodiless' | 'full'>,
  ): Claim {
    return { entry, expected: { key: keys.entries, value: record }, follower, now };
  }
}

/** Neither this try nor one before it. */
function hasNotArrived({ mayHaveArrived }: Failure, { tried, now }: Begun<'go'>): boolean {
  return !mayHaveArrived && tried === String(now);
}

type Begun<Kind extends Beginning['kind']> = Extract<Beginning, { readonly kind: Kind }>;
