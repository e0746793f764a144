import type { Clock } from '../../time/clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What one member gets from one app (protocol §8.1). */
const PER_MINUTE = 30;
const PER_HOUR = 1000;

export interface MemberQuota {
  /** Counts one message to this member; false when it is one too many and WeCom drops it silently. */
  take(userid: string): boolean;
}

/** Both windows slide, which is the stricter reading of the limits. */
export function createMemberQuota(clock: Clock): MemberQuota {
  const sentTo = new Map<string, number[]>();

  return {
    take(userid) {
      const now = clock.now();
      const within = (window: number) => (at: number) => at > now - window && at <= now;

      const lastHour = (sentTo.get(userid) ?? []).filter(within(HOUR));
      const lastMinute = lastHour.filter(within(MINUTE));
      const allowed = lastMinute.length < PER_MINUTE && lastHour.length < PER_HOUR;

      if (allowed) lastHour.push(now);
      sentTo.set(userid, lastHour);
      return allowed;
    },
  };
}
