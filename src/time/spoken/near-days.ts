import { addDays, addMonths, localDate, yearOf } from '../local-date.ts';
import { clearDay, dayRule, type DayRule } from './day-reading.ts';
import { numeral, readNumeral } from './numerals.ts';

/** Days named by their distance from today: `明天`, `今晚`, `三天后`, `两周后`. */
const distances: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 名: 1, 后: 2, 大后: 3 };

const later = '(?:之后|以后|后)';

export const nearDays: readonly DayRule[] = [
  dayRule(
    String.raw`(?<word>大后|[前昨今明后])(?:天|日(?!程|常|报|前)|儿)|(?<slip>名)天`,
    ({ word = '', slip = '' }, { today }) => clearDay(addDays(today, distances[word + slip] ?? 0)),
  ),
  // 今晚, 明上午: the time of the day is read by itself.
  dayRule(String.raw`(?<word>[今明后昨])(?=[早晚]|上午|中午|下午|夜)`, ({ word = '' }, { today }) =>
    clearDay(addDays(today, distances[word] ?? 0)),
  ),
  dayRule(String.raw`(?<count>${numeral})\s*天${later}`, ({ count = '' }, { today }) =>
    clearDay(addDays(today, readNumeral(count) ?? 0)),
  ),
  dayRule(String.raw`(?<count>${numeral})\s*个?(?:周|星期|礼拜)${later}`, ({ count = '' }, { today }) =>
    clearDay(addDays(today, 7 * (readNumeral(count) ?? 0))),
  ),
  dayRule(String.raw`(?<count>${numeral})\s*个月${later}`, ({ count = '' }, { today }) =>
    clearDay(addMonths(today, readNumeral(count) ?? 0)),
  ),
  dayRule(String.raw`年底(?:之前|以前|前)?(?=$|[\s,，])`, (_, { today, isWorkday }) => {
    const lastDay = localDate(yearOf(today), 12, 31);
    const days = Array.from({ length: 10 }, (_day, index) => addDays(lastDay, -index));
    return {
      dates: days.filter((date) => date >= today && isWorkday(date)).slice(0, 3),
      why: '没有说年底哪一天',
      lastDay,
    };
  }),
];
