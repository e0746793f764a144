import type { LocalMoment } from '../time/local-moment.ts';

/** How far a notice has come to one recipient. */
export type DeliveryState =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** What became of one recipient: delivered or not, and whether they said 收到. */
export type ReceiptState = DeliveryState | { readonly kind: 'confirmed'; readonly at: LocalMoment };

/** The figures of a notice; they add up to `total`. */
export interface ReceiptFigures {
  readonly total: number;
  readonly confirmed: number;
  /** Delivered, and not confirmed. */
  readonly unconfirmed: number;
  /** Accepted, and still on the way or waiting for the end of somebody's quiet hours. */
  readonly waiting: number;
  /** Reason in the officers' words → people. */
  readonly unreachable: ReadonlyMap<string, number>;
}

export function receiptFigures(states: Iterable<ReceiptState>): ReceiptFigures {
  const unreachable = new Map<string, number>();
  const counts = { accepted: 0, sent: 0, confirmed: 0, unreachable: 0 };
  for (const state of states) {
    counts[state.kind] += 1;
    if (state.kind === 'unreachable') unreachable.set(state.reason, (unreachable.get(state.reason) ?? 0) + 1);
  }
  return {
    total: counts.accepted + counts.sent + counts.confirmed + counts.unreachable,
    confirmed: counts.confirmed,
    unconfirmed: counts.sent,
    waiting: counts.accepted,
    unreachable,
  };
}

/** How many were not reached. */
export function missedOf({ unreachable }: ReceiptFigures): number {
  return [...unreachable.values()].reduce((sum, value) => sum + value, 0);
}
