import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/wecom/clean-text.ts';
import { splitText } from '../../src/wecom/split-text.ts';
import { countCharacters, cutBytes, cutCharacters } from '../../src/wecom/text-length.ts';

const family = '👨‍👩‍👧‍👦';
const flag = '🇨🇳';
const combined = 'e\u0301';

/** Texts that are easy to cut wrongly. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('党', 'a', '\n', family, flag, combined, '𠮷', '❤️', 'क्षि'),
      fc.string({ unit: 'grapheme' }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

/** Where characters end, as people see them. */
function boundaries(text: string): Set<number> {
  const segments = [...new Intl.Segmenter('zh').segment(text)];
  return new Set([0, ...segments.map(({ index, segment }) => index + segment.length)]);
}

function expectCut(whole: string, cut: string): void {
  expect(cut.endsWith('…')).toBe(true);
  const kept = cut.slice(0, -1);
  expect(whole.startsWith(kept)).toBe(true);
  expect(boundaries(whole)).toContain(kept.length);
}

describe('cutting to bytes', () => {
  it.each([
    ['short', 10, 'short'],
    ['exactly 10', 10, 'exactly 10'],
    ['eleven long', 10, 'eleven …'],
    ['党员党', 9, '党员党'],
    ['党员党员', 9, '党员…'],
    ['党员党员', 11, '党员…'],
    [`${family}${family}`, 40, `${family}…`],
    [`a${family}`, 25, `a…`],
    [`${flag}${flag}`, 11, `${flag}…`],
    [`${combined}${combined}`, 5, '…'],
  ])('%j to %i gives %j', (text, limit, expected) => {
    expect(cutBytes(text, limit)).toBe(expected);
  });

  it('never exceeds the limit, never cuts a character, and leaves alone what fits', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 120 }), (text, limit) => {
        const cut = cutBytes(text, limit);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
        if (Buffer.byteLength(text) <= limit) expect(cut).toBe(text);
        else expectCut(text, cut);
      }),
    );
  });
});

describe('cutting to characters', () => {
  it.each([
    ['学习今日内容', 6, '学习今日内容'],
    ['学习今日内容', 5, '学习今日…'],
    [family.repeat(3), 3, family.repeat(3)],
    [family.repeat(3), 2, `${family}…`],
    [`党${flag}${combined}`, 3, `党${flag}${combined}`],
    ['abc', 1, '…'],
  ])('%j to %i gives %j', (text, limit, expected) => {
    expect(cutCharacters(text, limit)).toBe(expected);
  });

  it('never exceeds the limit, never cuts a character, and leaves alone what fits', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const cut = cutCharacters(text, limit);
        expect(countCharacters(cut)).toBeLessThanOrEqual(limit);
        if (countCharacters(text) <= limit) expect(cut).toBe(text);
        else expectCut(text, cut);
      }),
    );
  });

  it('does not let a heap of combining marks pass for one character', () => {
    expect(cutCharacters(`党${'\u0301'.repeat(10_000)}`, 160)).toBe('…');
    expect(countCharacters(`党${'\u0301'.repeat(10)}`)).toBe(1);
  });
});

describe('cleaning', () => {
  it.each([
    ['line ends become \\n', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['tabs stay', 'a\tb', 'a\tb'],
    ['control characters go', '\u0000a\u0007\u001b[31mb\u007f\u0085c\u009f', 'a[31mbc'],
    ['lone surrogates show as such', 'a\ud83db\ude00c', 'a\ufffdb\ufffdc'],
    ['pairs stay', '😀', '😀'],
    ['non-characters go', 'a\ufffe\uffffb', 'ab'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('leaves nothing that JSON would escape with \\u', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          expect(JSON.stringify(cleanText(text))).not.toMatch(/(?<!\\)(?:\\\\)*\\u/);
        },
      ),
    );
  });
});

describe('splitting', () => {
  it('leaves alone what fits in one message', () => {
    expect(splitText('党'.repeat(682))).toEqual(['党'.repeat(682)]);
    expect(splitText('')).toEqual(['']);
  });

  it('cuts at the end of a line where there is one', () => {
    const line = `${'党'.repeat(300)}\n`;
    expect(splitText(line.repeat(4))).toEqual([
      `（1/2）\n${'党'.repeat(300)}\n${'党'.repeat(300)}`,
      `（2/2）\n${'党'.repeat(300)}\n${'党'.repeat(300)}`,
    ]);
  });

  it('cuts between characters where there is no line end, or only an early one', () => {
    const [first = '', second = ''] = splitText(`题目\n${'党'.repeat(700)}`);
    expect(first.startsWith('（1/2）\n题目\n党')).toBe(true);
    expect(second.startsWith('（2/2）\n党')).toBe(true);
    expect(first.length + second.length).toBe('题目\n'.length + 700 + 2 * '（1/2）\n'.length);
  });

  it('keeps every part within 2,000 bytes and loses nothing but line ends', () => {
    const long = fc.array(texts, { minLength: 20, maxLength: 80 }).map((parts) => parts.join(family));
    fc.assert(
      fc.property(long, (text) => {
        const parts = splitText(text);
        for (const part of parts)
          expect(Buffer.byteLength(part)).toBeLessThanOrEqual(parts.length === 1 ? 2048 : 2000);
        const joined = parts.map((part) => part.replace(/^（\d+\/\d+）\n/, '')).join('');
        expect(joined.replaceAll('\n', '')).toBe(cleanText(text).replaceAll('\n', ''));
        for (const part of parts) expect(part.isWellFormed()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is not fooled by one endless character', () => {
    expect(splitText(`前${'\u0301'.repeat(10_000)}后`)).toEqual(['（1/1）\n…后']);
  });
});
