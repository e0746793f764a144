import type { Picture } from '../pictures/picture.ts';
import type { CardUpdate, Message } from '../wecom/message.ts';

/**
 * One accepted call to WeCom: written down in the same step as the decision that caused it, and kept
 * until WeCom's answer is settled. Entries never change once their first try has begun, so that every
 * repeat is byte-identical (contract §3).
 */
export type OutboxEntry = SendEntry | UpdateEntry | UploadEntry | WithdrawalEntry | RecallEntry;

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
  /** Which call of that notice it is, from 0; its parts, when it is divided, have the same number. */
  readonly call?: number;
  /** What can be taken back together, for 24 hours: a notice with its reminders, e.g. `notice-3`. */
  readonly subject?: string;
  /**
   * What is the same for calls that go to different people, as those of one broadcast do: together they
   * count as one message to each (rate-windows.ts). The entry's id when it is alone.
   */
  readonly series?: string;
  /** When it may begin; otherwise, and when the day's quota is used up, it waits for another day. */
  readonly hours?: SendingHours;
  /** Sets the card of a part of a call apart from those of the other parts: WeCom takes each but once. */
  readonly part?: string;
  /** What is in the message's file, which is uploaded anew when WeCom has lost it. */
  readonly order?: UploadOrder;
}

/** Of a message that nobody asked for and that can wait. */
export interface SendingHours {
  /** `automatic`: on working days only. */
  readonly kind: 'unasked' | 'automatic';
  /** The instant, by the product's clock, from which on it may not begin any more. */
  readonly until: number;
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
 * A picture or a file that WeCom has not got yet. When it has, an entry that sends it takes the place of
 * this one: so the bytes of the message are fixed before its first try, like those of any other.
 */
export interface UploadEntry {
  readonly kind: 'upload';
  readonly id: string;
  /** One person: the bytes of a file are forgotten with the one entry that sends them. */
  readonly recipients: readonly string[];
  readonly order: UploadOrder;
  readonly after?: string;
  /** Of `order`'s file, when it is accepted. They are kept apart, so an entry read back has none. */
  readonly bytes?: Uint8Array;
}

/**
 * Takes back all messages of a subject: what WeCom has not been given is settled as not sent, and for
 * each call that it accepted there is a recall.
 */
export interface WithdrawalEntry {
  readonly kind: 'withdrawal';
  readonly id: string;
  readonly subject: string;
}

/** Takes back the message of one call, from all whom it reached, within 24 hours (protocol §4.5). */
export interface RecallEntry {
  readonly kind: 'recall';
  readonly id: string;
  readonly subject: string;
  readonly messageId: string;
  /** How many people the message reached. */
  readonly people: number;
}

export interface UploadOrder {
  readonly content: UploadContent;
  /** Sent when it cannot be drawn or is not kept any more, or when WeCom does not take it. */
  readonly instead: Message;
  /** `new`: WeCom did not know the file it was given before. */
  readonly age: 'any' | 'new';
}

export type UploadContent =
  | { readonly kind: 'picture'; readonly picture: Picture }
  /** `keptAs`: the id under which the bytes are kept, that of the entry that was accepted. */
  | { readonly kind: 'file'; readonly name: string; readonly keptAs: string };

/** Where the bytes of an entry's file are kept. */
export function keptFileOf(entry: OutboxEntry): string | undefined {
  if (!('order' in entry) || entry.order?.content.kind !== 'file') return undefined;
  return entry.order.content.keptAs;
}

/** What goes first when much waits: answers, then what a person or a job sends to some, then broadcasts. */
export const urgencies = ['answer', 'reminder', 'notice'] as const;
export type Urgency = (typeof urgencies)[number];

/** A tapped card changes at once, and what is recalled disappears at once: as urgent as an answer. */
export function urgencyOf(entry: OutboxEntry): Urgency {
  return entry.kind === 'send' ? entry.urgency : 'answer';
}

export const recipientsPerCall = 1000;

/** How many recipients an entry of this kind may have. */
export function mostRecipients(kind: 'send' | 'update' | 'upload'): number {
  return kind === 'upload' ? 1 : recipientsPerCall;
}
