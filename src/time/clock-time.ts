/**
 * A time of day as people type it: `22:00`, `22：30`, `22`, `22点`, `七点半`, `晚上10点一刻`, `下午3点05分`.
 * Returns the minute of the day, 0 to 1440 (`24:00` is 1440), or undefined when it is no time.
 */
export function parseClockTime(text: string): number | undefined {
  const match = grammar.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (match?.groups === undefined) return undefined;
  const { period = '', hour: hourText = '', minute: minuteText = '' } = match.groups;

  const hour = hourOfPeriod(numberOf(hourText), period);
  const minute = minuteOf(minuteText);
  if (hour === undefined || minute === undefined || minute > 59) return undefined;

  const result = hour * 60 + minute;
  return result <= 24 * 60 ? result : undefined;
}

const number = '\\d{1,2}|[零〇一二两三四五六七八九十]{1,3}';
const grammar = new RegExp(
  `^(?<period>凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚|夜里)?(?<hour>${number})(?:[:点时](?<minute>半|一刻|三刻|整|(?:${number})分?)?)?$`,
);

/** 下午3点 is 15, 晚上12点 is the midnight at the end of the day; an hour past 12 stands for itself. */
function hourOfPeriod(hour: number | undefined, period: string): number | undefined {
  if (hour === undefined || hour > 12) return hour;
  if (/^(下午|傍晚)/.test(period)) return hour === 12 ? 12 : hour + 12;
  if (/^(晚|夜里)/.test(period)) return eveningHour(hour);
  if (period === '中午') return hour < 3 ? hour + 12 : hour;
  if (period === '凌晨') return hour === 12 ? 0 : hour;
  return hour;
}

/** 晚上12点 is 24, 夜里2点 is after midnight, 晚上8点 is 20. */
function eveningHour(hour: number): number {
  return hour < 5 ? hour : hour + 12;
}

function minuteOf(text: string): number | undefined {
  if (text === '' || text === '整') return 0;
  if (text === '半') return 30;
  if (text === '一刻') return 15;
  if (text === '三刻') return 45;
  return numberOf(text.replace('分', ''));
}

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);

  const spelled = text
    .replaceAll('两', '二')
    .replaceAll('〇', '零')
    .replace(/^零(?=.)/, '');
  const [tens = '', ones = '', surplus] = spelled.includes('十') ? spelled.split('十') : ['零', spelled];
  const tensValue = tens === '' ? 1 : digitOf(tens);
  const onesValue = ones === '' ? 0 : digitOf(ones);
  if (tensValue === undefined || onesValue === undefined || surplus !== undefined) return undefined;
  return tensValue * 10 + onesValue;
}

function digitOf(character: string): number | undefined {
  const value = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'].indexOf(character);
  return value === -1 ? undefined : value;
}
