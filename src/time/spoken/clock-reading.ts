import { numeral, readNumeral } from './numerals.ts';

/** A time on the clock as it was said. `3点` may be before or after noon; `15:00` and `03:00` may not. */
export interface ClockReading {
  /** 0 to 24. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** Written as by a clock of 24 hours: `03:00`. */
  readonly isExact: boolean;
  /** As typed, for asking back. */
  readonly words: string;
}

/** One way to say a time; `pattern` is sticky. */
export interface ClockRule {
  readonly pattern: RegExp;
  /** Undefined when it is no time after all. */
  read(match: RegExpExecArray): ClockReading | undefined;
}

/** 讨论三点意见 tells no time. */
const noOpinion = '(?!(?:意见|要求|建议|体会|希望|说明|启示|措施|感受|内容|认识|做法|计划|安排|\\d*[万亿%]))';

/** 半, 一刻, 05分; without 分 only where it sticks to the hour: 3点 90分钟 and 3点半小时 are a length. */
const behindHour = String.raw`\s*(?<part>半(?!个?小时|天)|一刻(?!钟)|三刻|整|差一刻)|\s*过?\s*(?<minute>${numeral})\s*分(?!钟|之|别)|(?<bare>${numeral})(?!\s*(?:[点时个年月日号\d人分]|小时))`;

export const clockRules: readonly ClockRule[] = [
  {
    pattern: new RegExp(String.raw`(?<hour>\d{1,2})\s*[:;]\s*(?<minute>[0-5]\d)(?!\d)`, 'uy'),
    read: (match) => clockOf(match, match.groups?.['minute'] ?? ''),
  },
  {
    // `3pm`
    pattern: new RegExp(String.raw`(?<hour>\d{1,2})(?=\s*[ap]\.?m)`, 'uy'),
    read: (match) => clockOf(match, ''),
  },
  {
    // `15.30` and `15。30`, where no day can be meant.
    pattern: new RegExp(String.raw`(?<hour>\d{1,2})\s*[.。]\s*(?<minute>[0-5]\d)(?![\d.])${noUnit()}`, 'uy'),
    read: (match) => clockOf(match, match.groups?.['minute'] ?? ''),
  },
  {
    pattern: new RegExp(String.raw`(?<hour>${numeral})\s*(?:点钟|点|时)(?:${behindHour})?${noOpinion}`, 'uy'),
    read: (match) =>
      clockOf(match, match.groups?.['part'] ?? match.groups?.['minute'] ?? match.groups?.['bare'] ?? ''),
  },
  {
    pattern: new RegExp(
      String.raw`差(?<before>一刻|${numeral}分?)(?:不?到)?\s*(?<hour>${numeral})点${noOpinion}`,
      'uy',
    ),
    read: (match) => before(clockOf(match, ''), match.groups?.['before'] ?? ''),
  },
];

/** The words for a part of the day, and the hour that is meant with them. */
export const period =
  '凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|半夜|深夜|[ap]\\.?m\\.?|早|晚';

/** 下午3点 is 15, 晚上12点 is the midnight at the end of the day; an hour past 12 stands for itself. */
export function hourIn(hour: number, words: string): number {
  if (hour > 12) return hour;
  if (/^(?:下午|午后|傍晚|p)/u.test(words)) return hour === 12 ? 12 : hour + 12;
  // 夜里2点 is after midnight.
  if (/^(?:晚|夜|半夜|深夜)/u.test(words)) return hour < 5 ? hour : hour + 12;
  if (words === '中午') return hour < 3 ? hour + 12 : hour;
  if (words === '凌晨' || words.startsWith('a')) return hour === 12 ? 0 : hour;
  return hour;
}

/** What stands for minutes behind an hour. */
export const minuteParts: Readonly<Record<string, number>> = { '': 0, 整: 0, 半: 30, 一刻: 15, 三刻: 45 };

function clockOf({ 0: words, groups }: RegExpExecArray, minuteText: string): ClockReading | undefined {
  const hourText = groups?.['hour'] ?? '';
  const hour = readNumeral(hourText);
  if (hour === undefined || hour > 24) return undefined;
  if (minuteText === '差一刻') return before({ hour, minute: 0, isExact: false, words }, '一刻');
  const minute = minuteParts[minuteText] ?? readNumeral(minuteText);
  if (minute === undefined || minute > 59 || (hour === 24 && minute > 0)) return undefined;
  const isExact = hour > 12 || hour === 0 || /^0\d/u.test(hourText);
  return { hour, minute, isExact, words };
}

/** 差一刻三点. */
function before(clock: ClockReading | undefined, text: string): ClockReading | undefined {
  const minutes = text === '一刻' ? 15 : readNumeral(text.replace('分', ''));
  if (clock === undefined || minutes === undefined || minutes > 59 || clock.hour === 0) return undefined;
  return { ...clock, hour: clock.hour - 1, minute: 60 - minutes };
}

function noUnit(): string {
  return String.raw`(?!\s*(?:个?小时|万|亿|元|米|%|版|学时|分))`;
}
