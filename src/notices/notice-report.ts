import type { DeliveryReport } from '../delivery/outcome.ts';
import type { ReceiptStore } from './receipt-store.ts';

/** Records in a notice's receipts what delivery says of its recipients. */
export function noticeReport(store: Pick<ReceiptStore, 'settle'>): DeliveryReport {
  return {
    settle(work, { notice, call, part }, outcome) {
      if (notice === undefined) return;
      store.settle(work, notice, part === undefined ? call : undefined, outcome);
    },
  };
}
