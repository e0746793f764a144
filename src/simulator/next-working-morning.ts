const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** China has one zone and no daylight saving, so a fixed distance to UTC is exact. */
const SHANGHAI_AHEAD_OF_UTC = 8 * 60 * MINUTE;
/** 8:29: one minute before the morning push, so that one can watch it arrive. */
const MORNING = (8 * 60 + 29) * MINUTE;

/**
 * The next 08:29 in Shanghai on a Monday to Friday, strictly after `now`; both in milliseconds since
 * the Unix epoch. Knows no holidays: whoever has a calendar passes its own function instead.
 */
export function nextWorkingMorning(now: number): number {
  const localMidnight = Math.floor((now + SHANGHAI_AHEAD_OF_UTC) / DAY) * DAY;
  let morning = localMidnight + MORNING;

  while (morning - SHANGHAI_AHEAD_OF_UTC <= now || isWeekend(morning)) morning += DAY;
  return morning - SHANGHAI_AHEAD_OF_UTC;
}

function isWeekend(localTime: number): boolean {
  const weekday = new Date(localTime).getUTCDay();
  return weekday === 0 || weekday === 6;
}
