import type { Picture } from '../pictures/picture.ts';
import type { CardUpdate, Message } from '../wecom/message.ts';

/**
 * One accepted call to WeCom: written down in the same step as the decision that caused it, and kept
 * until WeCom's answer is settled. Entries never change once their first try has begun, so that every
 * repeat is byte-identical (contract §3).
 */
export type OutboxEntry = SendEntry | UpdateEntry | PictureEntry;

export interface SendEntry {
  readonly kind: 'send';
  /** The same again when the cause is processed again, so that nothing is accepted twice. */
  readonly id: string;
  readonly message: Message;
  /** Userids as the roster spells them; at most 1,000 share a call (protocol §4.2). */
  readonly recipients: readonly string[];
  readonly urgency: Urgency;
  /**
   * The id of a message accepted in the same step that has to be settled first, so that the parts of a
   * long answer arrive in order. A message can be followed by one other.
   */
  readonly after?: string;
  /** The notice whose receipts record what became of each recipient. */
  readonly notice?: number;
  /** The picture in the message, which is drawn anew when WeCom has lost its file. */
  readonly order?: PictureOrder;
}

export interface UpdateEntry {
  readonly kind: 'update';
  readonly id: string;
  /** One update of one card, for 72 hours (protocol §4.4). */
  readonly responseCode: string;
  readonly recipients: readonly string[];
  readonly update: CardUpdate;
}

/**
 * A picture that is not drawn yet. When WeCom has its file, an entry that sends it takes the place of
 * this one: so the bytes of the message are fixed before its first try, like those of any other.
 */
export interface PictureEntry {
  readonly kind: 'picture';
  readonly id: string;
  readonly recipients: readonly string[];
  readonly order: PictureOrder;
}

export interface PictureOrder {
  readonly picture: Picture;
  /** Sent when it cannot be drawn. */
  readonly instead: Message;
  /** `new`: WeCom did not know the file it was given before. */
  readonly file: 'any' | 'new';
}

/** What goes first when much waits: answers, then what a person or a job sends to some, then broadcasts. */
export const urgencies = ['answer', 'reminder', 'notice'] as const;
export type Urgency = (typeof urgencies)[number];

/** A tapped card changes at once: its update is as urgent as an answer. */
export function urgencyOf(entry: OutboxEntry): Urgency {
  return entry.kind === 'send' ? entry.urgency : 'answer';
}

export const recipientsPerCall = 1000;
