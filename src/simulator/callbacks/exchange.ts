import type { MessageContent } from '../state/shown-message.ts';

/** One HTTP request of a delivery and what came of it. */
export interface DeliveryAttempt {
  readonly url: string;
  /** Null when no answer came in time. */
  readonly status: number | null;
  readonly failure: string | null;
  /** The raw body, encrypted as it came. */
  readonly body: string;
  /** The decrypted passive reply, or null. */
  readonly replyXml: string | null;
}

/** One callback and what the bot answered to it. */
export interface Exchange {
  /** The decrypted callback; with it one can deliver it again. */
  readonly xml: string;
  /** Empty when nothing was delivered: no callback address, or a report that is switched off. */
  readonly attempts: readonly DeliveryAttempt[];
  /** The HTTP status of the last attempt; null when no answer came. */
  readonly status: number | null;
  /** What the passive reply shows; null without one. */
  readonly reply: MessageContent | null;
  /** The text of the passive reply; null without one. */
  readonly answer: string | null;
}
