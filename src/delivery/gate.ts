import type { Log } from '../log.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import type { Failure } from './failure.ts';
import type { Pace } from './pace.ts';

/** Keeps sends back while WeCom would refuse them all, and says so once. */
export interface Gate {
  /** A pass for one send, or `undefined` when the queue has to wait. */
  enter(): Promise<Pass | undefined>;
  /** WeCom refuses everything (`stop`) or wants a pause (`backOff`): the queue of all replicas waits. */
  refused(pass: Pass, failure: Failure): Promise<void>;
  /** A call got no answer or an unclear one. */
  failed(): void;
  accepted(pass: Pass): void;
}

/** What was known when a send began. */
export interface Pass {
  readonly pauses: number;
}

export interface GateParts {
  /** Makes the queue of all replicas wait, in milliseconds. */
  pause(milliseconds: number): Promise<unknown>;
  probe(): Promise<unknown>;
  /** Makes the queue try at once what waits for its next try. */
  hurry(): Promise<unknown>;
  readonly pace: Pace;
  readonly log: Log;
  count(event: DeliveryEvent): void;
}

/**
 * Sends that began before the latest pause learned nothing new: their refusal neither prolongs it nor
 * is it told again. After a permanent fault (protocol §7.1 D) the first who wants to enter asks WeCom
 * with a harmless call whether it is mended.
 */
export function createGate({ pause, probe, hurry, pace, log, count }: GateParts): Gate {
  let pauses = 0;
  let failures = 0;
  let backOff = pace.firstBackOff;
  let fault: Failure | undefined;
  let probing: Promise<Pass | undefined> | undefined;

  return {
    async enter() {
      if (fault === undefined) return { pauses };
      probing ??= askWhetherMended().finally(() => {
        probing = undefined;
      });
      return probing;
    },
    async refused(pass, failure) {
      if (pass.pauses !== pauses) return;
      pauses += 1;
      if (failure.action === 'stop') return stop(failure);
      const wait = backOff;
      backOff = Math.min(backOff * 2, pace.longestBackOff);
      count('backedOff');
      log.warn(
        { errcode: failure.errcode, errmsg: failure.errmsg, wait },
        'WeCom limits the frequency: sending waits',
      );
      await pause(wait);
    },
    failed() {
      failures += 1;
    },
    accepted(pass) {
      if (pass.pauses === pauses) backOff = pace.firstBackOff;
      // Best effort: what is not hurried is tried when its wait is over.
      if (failures >= outage) hurry().catch(() => {});
      failures = 0;
    },
  };

  async function stop(failure: Failure): Promise<void> {
    fault = failure;
    count('stopped');
    const { errcode, errmsg, remedy } = failure;
    // WeCom's words name the address that has to be trusted (60020).
    log.error({ errcode, errmsg, remedy }, 'WeCom refuses this app: sending stops, nothing is lost');
    await pause(pace.probeEvery);
  }

  async function askWhetherMended(): Promise<Pass | undefined> {
    try {
      await probe();
    } catch {
      await pause(pace.probeEvery);
      return undefined;
    }
    fault = undefined;
    count('resumed');
    log.info({}, 'WeCom accepts this app again: sending goes on');
    return { pauses };
  }
}

/** So many failures in a row are an outage, and not one message with which something is wrong. */
const outage = 8;
