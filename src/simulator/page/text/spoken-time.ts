const ZONE = 'Asia/Shanghai';
const DAY = 24 * 60 * 60 * 1000;

const clockFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});
const secondsFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const weekdayFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, weekday: 'short' });
const dayFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: ZONE, month: 'numeric', day: 'numeric' });
const isoDayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** 8:31 */
export function clockTime(at: number): string {
  return clockFormat.format(at);
}

/** 08:31:07 */
export function clockTimeWithSeconds(at: number): string {
  return secondsFormat.format(at);
}

/** 11月20日 周五 */
export function dayAndWeekday(at: number): string {
  const [month = '', day = ''] = dayFormat.format(at).split(/[^\d]+/);
  return `${month}月${day}日 ${weekdayFormat.format(at)}`;
}

/** 今天 8:31, 昨天 8:31 or 11月20日 周五 8:31, seen from `now`. */
export function spokenTime(at: number, now: number): string {
  const day = isoDayFormat.format(at);
  if (day === isoDayFormat.format(now)) return `今天 ${clockTime(at)}`;
  if (day === isoDayFormat.format(now - DAY)) return `昨天 ${clockTime(at)}`;
  return `${dayAndWeekday(at)} ${clockTime(at)}`;
}

/** The value of a datetime-local input, in Shanghai. */
export function inputValue(at: number): string {
  return `${isoDayFormat.format(at)}T${clockTime(at).padStart(5, '0')}`;
}

/** The instant such a value means in Shanghai; NaN when it is incomplete. */
export function instantOf(value: string): number {
  return Date.parse(`${value}:00+08:00`);
}

/** 比真实时间快 3 天 2 小时; empty when they are less than a minute apart. */
export function spokenOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  if (minutes === 0) return '';

  const parts = [
    [Math.floor(minutes / 1440), '天'],
    [Math.floor(minutes / 60) % 24, '小时'],
    [minutes % 60, '分钟'],
  ] as const;
  const spoken = parts.filter(([count]) => count > 0).slice(0, 2);
  const distance = spoken.map(([count, unit]) => `${count} ${unit}`).join(' ');
  return `比真实时间${offsetMs > 0 ? '快' : '慢'} ${distance}`;
}
