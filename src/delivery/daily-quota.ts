/**
 * WeCom's limit of what an app may send on one natural day: 200 person-times for each account that the
 * corp may have at most (protocol §8.1). A call to 1,000 people counts 1,000. The number of accounts is
 * not to be had from WeCom's API: it is what the operator wrote down (`content/sending/limits.yaml`), or
 * else the size of the roster, everybody on which has an account, so that it rather errs low.
 */
export interface DailyQuota {
  /** What WeCom takes on that day. */
  readonly most: number;
  /** Given to WeCom. Passive replies and card updates are not messages and do not count. */
  readonly sent: number;
  /** Accepted for this day, and not given to WeCom yet. */
  readonly promised: number;
  /** How much more may be accepted for this day. The last tenth is kept for answers and what is urgent. */
  readonly left: number;
}

export function quotaOf(accounts: number, sent: number, promised: number): DailyQuota {
  const most = accounts * perAccount;
  return { most, sent, promised, left: Math.max(0, mostUnasked(accounts) - sent - promised) };
}

/** How far messages that nobody asked for and that can wait may use up a day. */
export function mostUnasked(accounts: number): number {
  return Math.floor((accounts * perAccount * (100 - keptBackPercent)) / 100);
}

/** How many accounts the corp may have: as somebody wrote down, else a default of ours that errs low. */
export function accountsOf(written: number | undefined, rosterSize: number): number {
  return written ?? Math.max(fewestAccounts, rosterSize);
}

/** From this share of a day on the operator is told (protocol §8.2). */
export const shortShare = 0.8;

/** The day of an instant, as WeCom counts days: Beijing's, in days since the epoch. */
export function quotaDay(instant: number): number {
  return Math.floor((instant + beijing) / day);
}

/** The instant at which a day begins, in milliseconds. */
export function startOfQuotaDay(number: number): number {
  return number * day - beijing;
}

const perAccount = 200;

/** A default of ours: nobody who asks the bot something is to be left without an answer. */
const keptBackPercent = 10;

/** A default of ours: a corp so small that its ceiling is lower will not send that much either. */
const fewestAccounts = 200;

const day = 86_400_000;
/** China has one time, without summer time. */
const beijing = 8 * 3_600_000;
