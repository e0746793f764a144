import type { Log } from '../log.ts';
import { mostUnasked, quotaDay, quotaOf, shortShare } from './daily-quota.ts';

/** How far the day's quota is used up, for sending; and tells the operator when it becomes short. */
export interface QuotaWatch {
  /** Asks anew how many accounts there may be; on failure what was known stays. Does not reject. */
  renew(): Promise<void>;
  /** How far messages that can wait may use up a day, in person-times. */
  mostUnasked(): number;
  /** Told, again and again, what WeCom has been given on the day of an instant. */
  look(sent: number, at: number): void;
}

export interface QuotaWatchParts {
  accounts(): Promise<number>;
  readonly log: Log;
}

export function createQuotaWatch({ accounts, log }: QuotaWatchParts): QuotaWatch {
  let ceiling: number | undefined;
  let dayTold = -1;

  return {
    async renew() {
      ceiling = await accounts().catch(() => ceiling);
    },
    mostUnasked: () => (ceiling === undefined ? Number.MAX_SAFE_INTEGER : mostUnasked(ceiling)),
    look(sent, at) {
      if (ceiling === undefined || quotaDay(at) === dayTold) return;
      const { most } = quotaOf(ceiling, sent, 0);
      if (sent < most * shortShare) return;
      dayTold = quotaDay(at);
      const remedy = 'check accounts in content/sending/limits.yaml; else send to fewer people';
      log.warn({ sent, most, remedy }, 'four fifths of the day’s quota are used up');
    },
  };
}
