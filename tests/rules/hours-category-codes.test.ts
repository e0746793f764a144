import { describe, expect, it } from 'vitest';
import { createCategoryCodes } from '../../src/hours/category-codes.ts';
import type { CreditEntry } from '../../src/hours/credit-entry.ts';
import { readCountingFile } from '../../src/library/hours-counting-file.ts';
import { noHoursRules } from '../../src/library/hours-rules.ts';
import { localDate } from '../../src/time/local-date.ts';

const entry: CreditEntry = {
  event: { kind: 'meeting', number: 7 },
  category: '三会一课',
  from: localDate(2026, 11, 18),
  until: localDate(2026, 11, 18),
  hours: 2,
  theory: false,
};

/** The codes of a table with one period for each of these: name → code. */
function codesOf(...periods: readonly Readonly<Record<string, string>>[]) {
  const text = periods.map((categories, index) => {
    const some = Object.entries(categories).map(
      ([name, code]) => `    ${name}:\n      code: ${code}\n      hour: 1\n      most: 4\n      theory: 否\n`,
    );
    return `- from: ${2026 + index}-01-01\n  source: 本单位的规定\n  categories:\n${some.join('')}`;
  });
  const read = readCountingFile(text.join(''));
  if (read.problems !== undefined) throw new Error(JSON.stringify(read.problems));
  return createCategoryCodes({ ...noHoursRules, counting: read.value });
}

describe('a category of the ledger', () => {
  it('is stored by its code and read by its name', () => {
    const codes = codesOf({ 三会一课: 's', 党课: 'd' });
    expect(codes.coded(entry)).toEqual({ ...entry, category: 's' });
    expect(codes.named(codes.coded(entry))).toEqual(entry);
  });

  it('is called by its new name after it was renamed, also in what was written before', () => {
    const stored = codesOf({ 三会一课: 's' }).coded(entry);
    expect(codesOf({ 组织生活: 's' }).named(stored)).toEqual({ ...entry, category: '组织生活' });
  });

  it('keeps its name when it ends with a period, and its hours when it is taken out altogether', () => {
    const stored = codesOf({ 三会一课: 's' }).coded(entry);
    expect(codesOf({ 三会一课: 's' }, { 党课: 'd' }).named(stored)).toEqual(entry);
    const without = codesOf({ 党课: 'd' });
    expect(without.named(stored)).toEqual({ ...entry, category: 's' });
    expect(without.coded(without.named(stored))).toEqual(stored);
  });
});
