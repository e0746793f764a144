import type { LocalMoment } from '../time/local-moment.ts';
import { readShortMoment, shortMoment } from '../time/short-moment.ts';
import type { DeliveryState, ReceiptState } from './receipt.ts';

/*
 * What is stored of a recipient is one of
 *   7                whatever became of call 7 became of them; of fewer than ten thousand calls
 *   u 不在可见范围    known beforehand to be unreachable
 *   ht9y7            when they said 收到, in its short form
 * and what delivery says, of a call or of one person
 *   s                sent
 *   u 未确认送达      not reached, and why
 */

export function callEntry(call: number): string {
  return String(call);
}

export function confirmedEntry(at: LocalMoment): string {
  return shortMoment(at);
}

export const sentText = 's';

export function missedText(reason: string): string {
  return `${missed}${reason}`;
}

/** What an entry and the outcome that goes with it mean; no outcome: still on the way. */
export function readReceipt(entry: string, outcome: string | undefined): ReceiptState {
  const at = readShortMoment(entry);
  if (at !== undefined) return { kind: 'confirmed', at };
  return readOutcome(outcome ?? (entry.startsWith(missed) ? entry : undefined));
}

function readOutcome(text: string | undefined): DeliveryState {
  if (text === undefined) return { kind: 'accepted' };
  return text.startsWith(missed)
    ? { kind: 'unreachable', reason: text.slice(missed.length) }
    : { kind: 'sent' };
}

const missed = 'u ';
