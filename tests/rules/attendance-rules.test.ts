import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAt, haveCodeInCommon, isCodeOf } from '../../src/attendance/code.ts';
import { makeUpReasonOf, makeUpReasons } from '../../src/attendance/make-up-reason.ts';
import { presentNeeded, quorumStanding, yesNeeded } from '../../src/attendance/quorum.ts';
import { readRollEntry, rollEntryText } from '../../src/attendance/roll-entry-text.ts';
import { presences, type EntrySource, type RollEntry } from '../../src/attendance/roll-entry.ts';
import {
  minutesToWait,
  readWrongCodes,
  withOneMore,
  wrongCodesText,
  type WrongCodes,
} from '../../src/attendance/wrong-codes.ts';
import { dateOfEpochDay, localDate } from '../../src/time/local-date.ts';

const noon = Date.UTC(2026, 10, 25, 4);
const minute = 60_000;

describe('the two halves (domain §3.6)', () => {
  it.each([
    ['ordinary resolution', '半数以上', 10, 5, 6],
    ['admit or convert', '超过半数', 10, 6, 6],
    ['ordinary resolution', '半数以上', 11, 6, 6],
    ['admit or convert', '超过半数', 11, 6, 6],
    ['committee', '半数以上', 5, 3, 3],
    ['a branch of three', '半数以上', 3, 2, 2],
    ['one', '超过半数', 1, 1, 1],
  ] as const)('%s: %s of %i are %i present, and %i yes', (_, present, voters, needed, yes) => {
    expect(presentNeeded(present, voters)).toBe(needed);
    expect(yesNeeded(voters)).toBe(yes);
  });

  it('differ by one where the number is even, and not at all where it is odd', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (voters) => {
        const half = presentNeeded('半数以上', voters);
        const more = presentNeeded('超过半数', voters);
        expect(half * 2).toBeGreaterThanOrEqual(voters);
        expect((half - 1) * 2).toBeLessThan(voters);
        expect(more * 2).toBeGreaterThan(voters);
        expect((more - 1) * 2).toBeLessThanOrEqual(voters);
        expect(more - half).toBe(voters % 2 === 0 ? 1 : 0);
        expect(yesNeeded(voters)).toBe(more);
      }),
    );
  });

  it('say how many are missing: never less than nobody, and one less with each who comes', () => {
    const counts = { min: 0, max: 300 };
    fc.assert(
      fc.property(
        fc.constantFrom('半数以上', '超过半数'),
        fc.integer({ min: 1, max: 300 }),
        fc.integer(counts),
        fc.integer(counts),
        fc.boolean(),
        (present, count, voters, votersOnline, onlineCounts) => {
          const rule = { present, source: '' } as const;
          const from = { count, from: 'list' } as const;
          const standing = quorumStanding(rule, from, { voters, votersOnline }, { onlineCounts });
          expect(standing.came + standing.onlineApart).toBe(voters + votersOnline);
          expect(standing.short).toBe(Math.max(0, standing.needed - standing.came));
          const next = quorumStanding(rule, from, { voters: voters + 1, votersOnline }, { onlineCounts });
          expect(next.short).toBe(Math.max(0, standing.short - 1));
        },
      ),
    );
  });
});

describe('the spoken code', () => {
  it('is four digits, holds for its minute and the one after, and no longer', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 4e12 }), (secret, at) => {
        const start = at - (at % minute);
        const { code, secondsLeft } = codeAt(secret, at);
        expect(code).toMatch(/^[1-9]\d{3}$/u);
        expect(secondsLeft).toBeGreaterThanOrEqual(1);
        expect(secondsLeft).toBeLessThanOrEqual(60);
        expect(isCodeOf(secret, code, start)).toBe(true);
        expect(isCodeOf(secret, code, start + 2 * minute - 1)).toBe(true);
      }),
    );
    const { code } = codeAt('secret', noon);
    expect(isCodeOf('secret', code, noon - 1)).toBe(false);
    expect(isCodeOf('secret', code, noon + 2 * minute)).toBe(false);
    expect(isCodeOf('secret', code, noon + 24 * 60 * minute)).toBe(false);
    expect(isCodeOf('another', code, noon)).toBe(false);
  });

  it('of two secrets is the same by chance, in this minute or the one before', () => {
    const secrets = Array.from({ length: 20_000 }, (_, index) => `secret ${index}`);
    const alike = secrets.filter((secret) => haveCodeInCommon(secret, 'the old one', noon));
    expect(alike.length).toBeGreaterThan(0);
    for (const secret of alike) {
      const both = [noon, noon - minute].map((at) => codeAt(secret, at).code);
      expect(both.some((code) => isCodeOf('the old one', code, noon))).toBe(true);
    }
    expect(haveCodeInCommon('the old one', 'the old one', noon)).toBe(true);
  });

  it('changes from minute to minute and spreads over all codes', () => {
    const codes = Array.from({ length: 20_000 }, (_, index) => codeAt('secret', noon + index * minute).code);
    expect(new Set(codes).size).toBeGreaterThan(7500);
    expect(codes.filter((code, index) => code === codes[index - 1]).length).toBeLessThan(10);
  });

  it.each([
    [0, 60],
    [1, 60],
    [22_000, 38],
    [59_999, 1],
  ])('%i ms into a minute has %i seconds left', (into, left) => {
    expect(codeAt('secret', noon + into).secondsLeft).toBe(left);
  });
});

describe('wrong codes', () => {
  const five = Array.from({ length: 5 }).reduce<WrongCodes | undefined>(
    (wrong, _, index) => withOneMore(wrong, noon + index * 1000),
    undefined,
  );

  it('may be typed five times in ten minutes', () => {
    expect(five).toEqual({ count: 5, since: noon });
    expect(minutesToWait({ count: 4, since: noon }, noon)).toBeUndefined();
    expect(minutesToWait(five, noon + 5000)).toBe(10);
    expect(minutesToWait(five, noon + 10 * minute - 1)).toBe(1);
    expect(minutesToWait(five, noon + 10 * minute)).toBeUndefined();
    expect(withOneMore(five, noon + 10 * minute)).toEqual({ count: 1, since: noon + 10 * minute });
  });

  it('begin anew when the clock was set back, or the note of them is damaged', () => {
    expect(minutesToWait(five, noon - 1)).toBeUndefined();
    for (const text of [undefined, '', '5', 'x y', '5 -1', '5 1 1'])
      expect(readWrongCodes(text)).toBeUndefined();
    expect(readWrongCodes(wrongCodesText({ count: 5, since: noon }))).toEqual({ count: 5, since: noon });
  });
});

describe('an entry of a roll', () => {
  const by = fc.stringMatching(/^[\w.@-]{1,64}$/u);
  const sources: fc.Arbitrary<EntrySource> = fc.oneof(
    fc.constant({ kind: 'code' } as const),
    fc.record({ kind: fc.constant('recorded' as const), by }),
    fc.record({ kind: fc.constant('madeUp' as const), by, reason: fc.constantFrom(...makeUpReasons) }),
  );
  const entries: fc.Arbitrary<RollEntry> = fc.record({
    round: fc.integer({ min: 1, max: 999_999_999 }),
    presence: fc.constantFrom(...presences),
    at: fc.record({ date: fc.nat(41_900).map(dateOfEpochDay), minute: fc.nat(1439) }),
    source: sources,
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        expect(readRollEntry(rollEntryText(entry))).toEqual(entry);
        expect(rollEntryText(entry)).not.toContain(' ');
      }),
    );
  });

  it('is short', () => {
    const at = { date: localDate(2026, 11, 20), minute: 8 * 60 + 31 };
    const entry: RollEntry = { round: 1, presence: 'late', at, source: { kind: 'code' } };
    expect(rollEntryText(entry)).toBe('lht9y7');
    expect(rollEntryText({ ...entry, round: 2, source: { kind: 'recorded', by: 'chen' } })).toBe(
      'lht9y72:chen',
    );
  });

  it.each([
    '',
    'p',
    'xht9y7',
    'pht9y',
    'pht9y7 ',
    'pht9y7d',
    'pht9y7x:chen',
    'pht9y7:',
    'p 1 2026-11-25 905 code',
  ])('counts as not there when it is damaged: %j', (text) => {
    expect(readRollEntry(text)).toBeUndefined();
  });

  it('is whole or not there, whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        const entry = readRollEntry(text);
        if (entry !== undefined) expect(readRollEntry(rollEntryText(entry))).toEqual(entry);
      }),
    );
  });
});

describe('why somebody had not signed in', () => {
  it.each([
    ['忘记签到', '忘记签到'],
    ['开会时漏签了', '忘记签到'],
    ['手机没电', '手机不便'],
    ['会场没有信号', '网络不好'],
    ['Ｗｉｆｉ断了', '网络不好'],
    ['住院了', '其他'],
    ['😀'.repeat(3000), '其他'],
  ])('%j is kept as %s only', (words, reason) => {
    expect(makeUpReasonOf(words)).toBe(reason);
  });
});
