import { addDays, daysBetween, localDate, yearOf, type LocalDate } from '../time/local-date.ts';

export type TypedDay =
  | { readonly kind: 'day'; readonly date: LocalDate }
  /** Written like a day, and there is none: 2026-02-30. */
  | { readonly kind: 'noSuchDay' }
  | { readonly kind: 'notADay' };

/**
 * A day as people type it: `12-01`, `12/1`, `12月1日`, `2026-12-01`, `2026年12月1日`, `今天`, `明天`, `后天`.
 * Without a year it is the one nearest to `near`, so that in December `01-05` is next year's and
 * `11-20` is not.
 */
export function readDay(text: string, today: LocalDate, near: LocalDate = today): TypedDay {
  const words = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const ahead = ['今天', '明天', '后天'].indexOf(words);
  if (ahead !== -1) return { kind: 'day', date: addDays(today, ahead) };

  const { year, month, day } = grammar.exec(words)?.groups ?? {};
  if (month === undefined || day === undefined) return { kind: 'notADay' };
  const years = year === undefined ? [-1, 0, 1].map((step) => yearOf(near) + step) : [Number(year)];
  const days = years.flatMap((one) => dayWith(one, Number(month), Number(day)) ?? []);
  const [nearest] = days.toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)));
  return nearest === undefined ? { kind: 'noSuchDay' } : { kind: 'day', date: nearest };
}

const grammar = /^(?:(?<year>\d{4})[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})[日号]?$/u;

function dayWith(year: number, month: number, day: number): LocalDate | undefined {
  try {
    return localDate(year, month, day);
  } catch {
    return undefined;
  }
}
