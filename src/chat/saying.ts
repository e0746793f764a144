import type { SentThing } from './sent-thing.ts';

/**
 * What a member did in the chat, without WeCom's wire: the border between `wecom/` and the chat.
 * It is kept in Redis (see saying-form.ts) while its turn is open, and forgotten when the turn is done.
 */
export interface Saying {
  /** The same for every repeat of one delivery, different for everything else (protocol §1.8). */
  readonly identity: string;
  /** WeCom's userid as it was sent. */
  readonly from: string;
  /** When the member did it by WeCom's signed clock, in milliseconds since the epoch. */
  readonly createdAt: number;
  readonly act: Act;
}

export type Act =
  | { readonly kind: 'typed'; readonly text: string }
  /** A tap on a card. `responseCode` allows one update of that card, for 72 hours. */
  | { readonly kind: 'tapped'; readonly line: string; readonly responseCode: string }
  | { readonly kind: 'chose'; readonly line: string }
  | { readonly kind: 'entered' }
  /** A picture, a voice message and the like: `what` is its Chinese name. */
  | { readonly kind: 'sent'; readonly what: string; readonly thing?: SentThing };
