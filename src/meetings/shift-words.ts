import { addDays } from '../time/local-date.ts';
import { minutesPerDay } from '../time/local-moment.ts';
import type { SpokenMoment } from '../time/spoken/doubt.ts';
import { numeral, readNumeral } from '../time/spoken/numerals.ts';
import { plainForm } from '../time/spoken/plain-form.ts';

/**
 * `推迟半小时`, `提前一天`, `延后两周`: the moment moved by so much, and the text without these words. Undefined
 * when the text says no such thing, or would move it out of its day by the hour.
 */
export function readShift(
  text: string,
  from: SpokenMoment,
): { readonly when: SpokenMoment; readonly rest: string } | undefined {
  const match = pattern.exec(plainForm(text));
  const { way = '', count = '', half, more, unit = '' } = match?.groups ?? {};
  if (match === null) return undefined;
  const number = (half === undefined ? (readNumeral(count) ?? 0) : 0.5) + (more === undefined ? 0 : 0.5);
  const sign = way.startsWith('提') ? -1 : 1;
  const when = moved(from, sign * number, unit);
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  return when === undefined ? undefined : { when, rest };
}

const pattern = new RegExp(
  String.raw`(?<way>推迟|推后|延后|延期|后延|提前)了?\s*(?:(?<half>半)|(?<count>${numeral}))\s*个?(?<more>半)?(?<unit>小时|钟头|分钟|天|日|周|星期|礼拜)`,
  'u',
);

const days: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7 };

function moved(
  { date, minute, until }: SpokenMoment,
  number: number,
  unit: string,
): SpokenMoment | undefined {
  const step = days[unit];
  if (step !== undefined)
    return {
      date: addDays(date, Math.round(number * step)),
      minute,
      ...(until === undefined ? {} : { until }),
    };
  const minutes = Math.round(number * (unit === '分钟' ? 1 : 60));
  const [start, end] = [minute + minutes, until === undefined ? undefined : until + minutes];
  if (start < 0 || start >= minutesPerDay || (end !== undefined && end > minutesPerDay)) return undefined;
  return { date, minute: start, ...(end === undefined ? {} : { until: end }) };
}
