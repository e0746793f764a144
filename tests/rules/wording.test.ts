import { describe, expect, it } from 'vitest';
import { groupedNumber } from '../../src/wording/grouped-number.ts';
import { quoted } from '../../src/wording/quoted.ts';
import { shortened, shortLine } from '../../src/wording/shortened.ts';

describe('a text', () => {
  it.each([
    ['四个字的', 4, '四个字的'],
    ['五个字的话', 4, '五个字…'],
    ['👍🏽好', 1, '…'],
    ['𠮷𠮷𠮷', 2, '𠮷…'],
    ['', 3, ''],
    ['一二', 0, '…'],
  ])('%j in at most %i characters is %j', (text, most, short) => {
    expect(shortened(text, most)).toBe(short);
  });

  it('in one line has single blanks', () => {
    expect(shortLine('  第一行\n\n  第二行\t末 ', 20)).toBe('第一行 第二行 末');
    expect(shortLine('第一行\n第二行', 5)).toBe('第一行 …');
  });

  it('is quoted, at most 20 characters of it', () => {
    expect(quoted('张三')).toBe('“张三”');
    expect(quoted('长'.repeat(21))).toBe(`“${'长'.repeat(19)}…”`);
  });
});

describe('a number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [10_214, '10,214'],
    [1_000_000, '1,000,000'],
  ])('%i is written %s', (number, words) => {
    expect(groupedNumber(number)).toBe(words);
  });
});
