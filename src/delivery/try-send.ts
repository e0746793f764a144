import { noteCall } from './accepted-calls.ts';
import { beginTry } from './begin-try.ts';
import { callInLane } from './call-in-lane.ts';
import { quotaDay, startOfQuotaDay } from './daily-quota.ts';
import { duplicateCheckSeconds } from './duplicate-check.ts';
import { touserIn } from './entry-record.ts';
import type { SendEntry } from './outbox-entry.ts';
import { allMissed, impossibleAccount, outcomeOf, unconfirmed } from './outcome.ts';
import { createPostpone } from './postpone.ts';
import { countMessage, countSeries } from './rate-windows.ts';
import { triedClaim, untriedClaim, type Begun } from './send-claims.ts';
import { createSendRefused } from './send-refused.ts';
import type { State } from './settlement.ts';
import { byRoom, halves } from './split-recipients.ts';
import { done, type Next, type Trial, type TryParts } from './try-parts.ts';
import { noteMissed, noteReached } from './unreachable.ts';

/** Tries to send a message, and settles what can be settled. */
export type TrySend = (trial: Trial<SendEntry>) => Promise<Next>;

export function createTrySend(parts: TryParts): TrySend {
  const { redis, keys, settlement, sender, gate, report, clock, log, count } = parts;
  const refused = createSendRefused(parts);
  const postpone = createPostpone(parts);

  return async (trial) => {
    const { entry } = trial;
    const at = clock.now();
    const begun = await beginTry(redis, keys, entry, {
      body: encode(trial),
      day: quotaDay(at),
      mostUnasked: parts.mostUnasked(),
      at,
    });
    switch (begun.kind) {
      case 'gone':
        return done;
      case 'bodiless':
        return sortOut(trial, begun);
      case 'tooLate':
        return giveUp(trial, begun);
      case 'closed':
        return wait(trial, begun, at);
      case 'spent':
        return wait(trial, begun, startOfQuotaDay(quotaDay(at) + 1));
      case 'full':
        return waitForRoom(trial, begun);
      case 'go':
        return send(trial, begun);
    }
  };

  function encode({ entry: { message, part }, queued: { record, variant } }: Trial<SendEntry>): string {
    const check = { duplicateCheckSeconds: duplicateCheckSeconds(variant) };
    try {
      return sender.encodeSend({
        message,
        touser: touserIn(record),
        ...check,
        ...(part === undefined ? {} : { part }),
      });
    } catch {
      return '';
    }
  }

  /** Messages come from builders; so it is a userid that cannot be encoded, and the others get theirs. */
  async function sortOut({ entry, queued }: Trial<SendEntry>, begun: Begun<'bodiless'>): Promise<Next> {
    const claim = untriedClaim(keys, entry, queued, begun);
    const { recipients } = entry;
    if (recipients.length > 1) {
      await settlement.replace(claim, halves(entry));
      return done;
    }
    const outcome = allMissed(recipients, impossibleAccount);
    await settlement.settle(claim, (work) => {
      report.settle(work, entry, outcome);
      noteMissed(work, keys, outcome, clock.now());
    });
    return done;
  }

  async function send(trial: Trial<SendEntry>, begun: Begun<'go'>): Promise<Next> {
    const { entry, queued, pass } = trial;
    const touser = touserIn(queued.record);
    const startedAt = performance.now();
    const answer = await callInLane(parts, entry.urgency, () => sender.send(begun.body, touser));
    if (answer.kind === 'refused') return refused(trial, begun, answer.failure);

    gate.accepted(pass);
    count('sent');
    const took = performance.now() - startedAt;
    const outcome = outcomeOf(entry.recipients, answer.result);
    await settlement.settle(triedClaim(keys, entry, begun), (work) => {
      report.settle(work, entry, outcome);
      noteCall(work, keys, entry, outcome.reached.length, outcome.messageId);
      noteReached(work, keys, outcome, begun.unreachable);
      noteMissed(work, keys, outcome, clock.now());
      // Delivered in the minute in which the try began or in this one: it counts in both.
      if (took >= begun.minuteLeft) countAgain(entry, begun, took)(work);
    });
    return done;
  }

  function countAgain({ id, series = id, recipients }: SendEntry, begun: Begun<'go'>, took: number): State {
    return (work) => {
      if (begun.counted === 'once') return countSeries(work, keys, series, begun.now + Math.ceil(took));
      for (const userid of recipients) countMessage(work, keys, userid);
    };
  }

  async function giveUp({ entry }: Trial<SendEntry>, begun: Begun<'tooLate'>): Promise<Next> {
    log.warn(
      { entry: entry.id, recipients: entry.recipients.length },
      'a message may or may not have arrived',
    );
    count('unconfirmed');
    await settlement.settle(triedClaim(keys, entry, begun), (work) => {
      report.settle(work, entry, allMissed(entry.recipients, unconfirmed));
      noteCall(work, keys, entry, entry.recipients.length, undefined);
    });
    return done;
  }

  /** Of a message that has hours in which it may begin: no other is told to wait. */
  async function wait(
    { entry, queued }: Trial<SendEntry>,
    begun: Begun<'closed' | 'spent'>,
    from: number,
  ): Promise<Next> {
    const { hours } = entry;
    return hours === undefined ? done : postpone(untriedClaim(keys, entry, queued, begun), hours, from);
  }

  /** Before the first try, recipients who have room need not wait for the others; a repeat stays as it is. */
  async function waitForRoom({ entry, queued }: Trial<SendEntry>, begun: Begun<'full'>): Promise<Next> {
    const { full, triedBefore, wait: milliseconds } = begun;
    count('putOff');
    const groups = byRoom(entry, full, milliseconds);
    if (triedBefore || groups.length === 1) return { kind: 'later', wait: milliseconds };
    await settlement.replace(untriedClaim(keys, entry, queued, begun), groups);
    return done;
  }
}
