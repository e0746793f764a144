import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Envelope } from '../crypto/envelope.ts';
import type { Corp } from '../state/corp.ts';
import { readableText } from '../state/readable-text.ts';
import { createDeliveryAttempts } from './delivery-attempt.ts';
import { createDeliveryRegister } from './delivery-register.ts';
import type { Delivery } from './delivery-register.ts';
import type { DeliveryAttempt, Exchange } from './exchange.ts';
import { createCallbackPoster } from './post-callback.ts';
import { showReply } from './show-reply.ts';

/** One try and three retries (protocol §1.6). */
const MOST_ATTEMPTS = 4;

export interface RepeatOptions {
  /** How many more times; once when left out. */
  readonly times?: number | undefined;
  /** All at once instead of one after the other. */
  readonly parallel?: boolean | undefined;
}

/** What the bot answered to the URL check. */
export interface AddressCheck {
  readonly accepted: boolean;
  readonly status: number | null;
  readonly body: string;
}

/** Brings callbacks to the bot as WeCom does. */
export interface CallbackDelivery {
  /** Delivers with WeCom's retries until the bot answers with HTTP 200. */
  deliver(xml: string): Promise<Exchange>;
  /** Delivers this plaintext again, each time sealed anew and without further retries. */
  repeat(xml: string, options: RepeatOptions): Promise<readonly Exchange[]>;
  /** The check WeCom makes when an administrator saves the address (protocol §1.4). */
  checkAddress(): Promise<AddressCheck>;
  setAddresses(addresses: readonly string[]): void;
  /** The next so many answers get lost on the way back, so that WeCom delivers again. */
  loseAnswers(count: number): void;
  /** Whether this very plaintext was delivered before. */
  knows(xml: string): boolean;
  /** The plaintext of the newest callback, if there was one. */
  newest(): string | undefined;
  /** How many deliveries are under way. */
  underWay(): number;
  close(): Promise<void>;
}

export interface DeliveryOptions {
  readonly addresses: readonly string[];
  /** How long WeCom waits for an answer, in milliseconds. */
  readonly limitMs: number;
  /** How long it waits before a retry, in milliseconds. */
  readonly retryAfterMs: number;
}

export function createCallbackDelivery(
  corp: Corp,
  envelope: Envelope,
  options: DeliveryOptions,
): CallbackDelivery {
  const poster = createCallbackPoster(options.limitMs);
  const attempts = createDeliveryAttempts(corp, envelope, poster);
  const register = createDeliveryRegister();
  const closing = new AbortController();
  let { addresses } = options;
  let turn = 0;
  let underWay = 0;

  /** Replicas take turns, retries included, as behind a load balancer. */
  function nextAddress(): string | undefined {
    const address = addresses[turn % addresses.length];
    turn += 1;
    return address;
  }

  async function attemptUntilAnswered(delivery: Delivery, most: number): Promise<DeliveryAttempt[]> {
    const made: DeliveryAttempt[] = [];

    while (made.length < most && made.at(-1)?.status !== 200 && !closing.signal.aborted) {
      if (made.length > 0) await pause();
      const url = nextAddress();
      if (url === undefined) break;
      made.push(await attempts.make(delivery, url));
    }
    return made;
  }

  async function pause(): Promise<void> {
    if (options.retryAfterMs === 0) return;
    await sleep(options.retryAfterMs, undefined, { signal: closing.signal }).catch(() => undefined);
  }

  async function exchange(xml: string, mostAttempts: number): Promise<Exchange> {
    const delivery = register.of(xml);
    underWay += 1;

    try {
      const made = await attemptUntilAnswered(delivery, mostAttempts);
      const { status = null, replyXml = null } = made.at(-1) ?? {};
      const reply = replyXml === null ? null : showReply(delivery, replyXml, corp);
      return { xml, attempts: made, status, reply, answer: reply === null ? null : readableText(reply) };
    } finally {
      underWay -= 1;
      corp.changes.announce({ kind: 'control' });
    }
  }

  return {
    deliver: (xml) => exchange(xml, MOST_ATTEMPTS),

    async repeat(xml, { times = 1, parallel = false }) {
      if (parallel) return Promise.all(Array.from({ length: times }, () => exchange(xml, 1)));

      const exchanges: Exchange[] = [];
      while (exchanges.length < times) exchanges.push(await exchange(xml, 1));
      return exchanges;
    },

    async checkAddress() {
      const message = String(randomInt(2 ** 47));
      const query = envelope.sealEcho(message, corp.clock.now());
      const outcome = await poster.get(nextAddress() ?? '', query);
      if (outcome.status === null) return { accepted: false, status: null, body: outcome.failure };

      const { status, body } = outcome;
      return { accepted: status === 200 && body === message, status, body };
    },

    setAddresses(next) {
      addresses = next;
    },
    loseAnswers: (count) => attempts.loseAnswers(count),
    knows: (xml) => register.has(xml),
    newest: () => register.newest(),
    underWay: () => underWay,
    async close() {
      closing.abort();
      await poster.close();
    },
  };
}
