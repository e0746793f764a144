import { hourIn, minuteParts, period as periods } from './spoken/clock-reading.ts';
import { numeral, readNumeral } from './spoken/numerals.ts';

/**
 * A time of day as people type it where nothing else can be meant: `22:00`, `22：30`, `22`, `22点`, `七点半`,
 * `晚上10点一刻`, `下午3点05分`. Returns the minute of the day, 0 to 1440 (`24:00` is 1440), or undefined when
 * it is no time.
 */
export function parseClockTime(text: string): number | undefined {
  const match = grammar.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
  if (match?.groups === undefined) return undefined;
  const { period = '', hour: hourText = '', minute: minuteText = '' } = match.groups;

  const hour = readNumeral(hourText);
  const minute = minuteOf(minuteText);
  if (hour === undefined || minute === undefined || minute > 59) return undefined;

  const result = hourIn(hour, period) * 60 + minute;
  return result <= 24 * 60 ? result : undefined;
}

const grammar = new RegExp(
  `^(?<period>${periods})?(?<hour>${numeral})(?:[:点时](?<minute>半|一刻|三刻|整|(?:${numeral})分?)?)?$`,
);

function minuteOf(text: string): number | undefined {
  return minuteParts[text] ?? readNumeral(text.replace('分', ''));
}
