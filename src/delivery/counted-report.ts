import type { Log } from '../log.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import type { DeliveryReport } from './outcome.ts';

/** The same report, and the operator is told how many people were not reached and why; never who. */
export function countedReport(
  report: DeliveryReport,
  count: (event: DeliveryEvent) => void,
  log: Log,
): DeliveryReport {
  return {
    settle(work, entry, outcome) {
      report.settle(work, entry, outcome);
      for (const [reason, { length: people }] of outcome.missed) {
        count({ missed: reason, people });
        log.info({ entry: entry.id, reason, people }, 'a message did not reach some of its recipients');
      }
    },
  };
}
