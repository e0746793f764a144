import type { CardUpdate, Message } from '../wecom/message.ts';

/**
 * One accepted call to WeCom: written down in the same step as the decision that caused it, and kept
 * until WeCom's answer is settled. Entries never change once their first try has begun, so that every
 * repeat is byte-identical (contract §3).
 */
export type OutboxEntry = SendEntry | UpdateEntry;

export interface SendEntry {
  readonly kind: 'send';
  /** The same again when the cause is processed again, so that nothing is accepted twice. */
  readonly id: string;
  readonly message: Message;
  /** Userids as the roster spells them; at most 1,000 share a call (protocol §4.2). */
  readonly recipients: readonly string[];
  readonly urgency: Urgency;
  /** The notice whose receipts record what became of each recipient. */
  readonly notice?: number;
}

export interface UpdateEntry {
  readonly kind: 'update';
  readonly id: string;
  /** One update of one card, for 72 hours (protocol §4.4). */
  readonly responseCode: string;
  readonly recipients: readonly string[];
  readonly update: CardUpdate;
}

/** What goes first when much waits: answers, then what a person or a job sends to some, then broadcasts. */
export const urgencies = ['answer', 'reminder', 'notice'] as const;
export type Urgency = (typeof urgencies)[number];

/** A tapped card changes at once: its update is as urgent as an answer. */
export function urgencyOf(entry: OutboxEntry): Urgency {
  return entry.kind === 'send' ? entry.urgency : 'answer';
}

export const recipientsPerCall = 1000;
