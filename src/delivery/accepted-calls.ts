import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { SendEntry } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * States that WeCom has a message of a subject, so that it can be taken back. `messageId`: `undefined`
 * when WeCom did not tell one, or whether it has the message; then it can only be said that it cannot.
 */
export function noteCall(
  work: UnitOfWork,
  keys: OutboxKeys,
  { id, subject }: SendEntry,
  people: number,
  messageId: string | undefined,
): void {
  if (subject === undefined || people === 0) return;
  const key = keys.callsOf(subject);
  work.write('HSET', key, messageId ?? `${nameless}${id}`, people);
  work.write('EXPIRE', key, callsKept);
}

/** Marks the calls that cannot be recalled. */
const nameless = '?';

export function isNameless(messageId: string): boolean {
  return messageId.startsWith(nameless);
}

/** Seconds; WeCom recalls within 24 hours, and answers for itself when they are over (protocol §4.5). */
const callsKept = 25 * 3600;
