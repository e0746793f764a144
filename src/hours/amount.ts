import type { HoursCategory, HoursUnit } from '../library/hours-rules.ts';

/** How much an event was, in one of the units a category counts by, or in credit hours themselves. */
export interface Amount {
  readonly unit: HoursUnit | 'credit';
  readonly count: number;
}

/** Credit hours of an amount; `undefined` when the category does not count by this unit. */
export function hoursOf({ unit, count }: Amount, { worth }: HoursCategory): number | undefined {
  if (unit === 'credit') return count;
  const each = worth[unit];
  return each === undefined ? undefined : each * count;
}

/** An amount as people type it: `4`, `4学时`, `1.5`, `半天`, `两个半天`, `2天`, `3小时`; `undefined` when it is none. */
export function readAmount(text: string): Amount | undefined {
  const words = text.normalize('NFKC').trim();
  const halfDays = halfDayGrammar.exec(words)?.groups;
  if (halfDays !== undefined) return { unit: 'halfDay', count: numberOf(halfDays['number'] ?? '一') };
  const { number, unit = '学时' } = grammar.exec(words)?.groups ?? {};
  return number === undefined ? undefined : { unit: units[unit] ?? 'credit', count: numberOf(number) };
}

/** Whether a word is meant as an amount. */
export function isAmountWord(word: string): boolean {
  return readAmount(word) !== undefined;
}

const number = String.raw`(?<number>\d{1,3}(?:\.\d{1,2})?|[一二两三四五六七八九十半])`;
const halfDayGrammar = new RegExp(String.raw`^(?:${number}\s?个\s?)?半天$`, 'u');
const grammar = new RegExp(String.raw`^${number}\s?个?(?<unit>学时|课时|小时|天)?$`, 'u');

const units: Readonly<Record<string, Amount['unit']>> = { 小时: 'hour', 天: 'day' };

function numberOf(text: string): number {
  if (text === '半') return 0.5;
  const spelled = '一二三四五六七八九十'.indexOf(text.replace('两', '二'));
  return spelled === -1 ? Number(text) : spelled + 1;
}
