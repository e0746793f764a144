import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptText, readAttempt, readMakeUp, readResult, resultText } from '../../src/papers/sheet-text.ts';
import { bestOf, hasTriesLeft, marks, triesOf, unanswered, type Result } from '../../src/papers/sheet.ts';
import { standingOf } from '../../src/papers/standing.ts';
import { deadlineOf, windowOf } from '../../src/papers/paper-window.ts';
import { isPassed, scoreOf } from '../../src/papers/paper.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createZone } from '../../src/time/zone.ts';

const minute = 60_000;
const instants = fc.integer({ min: 0, max: 100_000_000 }).map((minutes) => minutes * minute);
const answers = fc.constantFrom('', 'A', 'ACD', '对', '错', '三年', 'a b', '+', '-x', '~');

describe('what is kept of a try', () => {
  it('is read back as it was', () => {
    const attempts = fc.record({
      try: fc.integer({ min: 1, max: 9999 }),
      deadline: instants,
      place: fc.integer({ min: 0, max: 100 }),
      answers: fc.array(answers, { minLength: 1, maxLength: 100 }),
    });
    fc.assert(
      fc.property(attempts, (attempt) => {
        expect(readAttempt(attemptText(attempt))).toEqual(attempt);
      }),
    );
  });

  it('of a result, too, with its answers and without', () => {
    const items = fc
      .constantFrom(...marks)
      .chain((mark) => answers.map((answer) => ({ mark, answer: mark === 'blank' ? '' : answer })));
    const results: fc.Arbitrary<Result> = fc.record(
      {
        try: fc.integer({ min: 1, max: 99 }),
        handedInAt: instants,
        by: fc.constantFrom('person', 'clock'),
        right: fc.nat(100),
        items: fc.array(items, { minLength: 1, maxLength: 100 }),
      },
      { requiredKeys: ['try', 'handedInAt', 'by', 'right'] },
    );
    fc.assert(
      fc.property(results, (result) => {
        expect(readResult(String(result.try), resultText(result))).toEqual(result);
      }),
    );
  });

  it('is short: twenty questions and their marks in about seventy bytes', () => {
    const result: Result = {
      try: 1,
      handedInAt: Date.UTC(2026, 11, 10, 8),
      by: 'person',
      right: 16,
      items: Array.from({ length: 20 }, (_, index) => ({
        mark: index < 16 ? 'right' : 'wrong',
        answer: index % 5 === 0 ? 'ACD' : 'B',
      })),
    };
    expect(Buffer.byteLength(resultText(result))).toBeLessThan(85);
  });

  it('keeps an answer with the separator in it from shifting all others', () => {
    const attempt = { try: 1, deadline: minute, place: 1, answers: ['三|年', 'B'] };
    expect(readAttempt(attemptText(attempt))?.answers).toEqual(['三 年', 'B']);
  });

  it.each(['', 'x', '0 0 0', '1', '1 zz', '1 1 00|A', 'open'])(
    'counts as not there when it reads %j',
    (text) => {
      expect(readAttempt(text)).toBeUndefined();
    },
  );

  it('is no result under another name', () => {
    expect(readResult('open', '1 1 1|A')).toBeUndefined();
    expect(readResult('makeup', '2026-12-15 出差')).toBeUndefined();
    expect(readMakeUp('2026-12-15 看病')).toBeUndefined();
    expect(readMakeUp('2026-02-30 出差')).toBeUndefined();
  });
});

describe('a score', () => {
  it('is cut, so that nobody who did not pass reads the pass mark', () => {
    const portions = [{ type: 'single', count: 7, pool: [] }] as const;
    expect(scoreOf(2, 3)).toBe(66);
    expect(isPassed(4, { portions, passMark: 58 })).toBe(false); // 57.1
    expect(isPassed(4, { portions, passMark: 57 })).toBe(true);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(100),
        (count, passMark, given) => {
          const right = Math.min(given, count);
          const paper = { portions: [{ type: 'single' as const, count, pool: [] }], passMark };
          expect(isPassed(right, paper)).toBe(scoreOf(right, count) >= passMark);
        },
      ),
    );
  });
});

describe('tries', () => {
  const result = (number: number, right: number): Result => ({
    try: number,
    handedInAt: 0,
    by: 'person',
    right,
  });

  it('count the best, of equals the first', () => {
    expect(bestOf({ results: [result(1, 3), result(2, 5), result(3, 5)] })?.try).toBe(2);
    expect(bestOf({ results: [] })).toBeUndefined();
  });

  it('are as many as the paper allows, the open one included', () => {
    const attempt = { try: 2, deadline: 0, place: 1, answers: [''] };
    expect(triesOf({ attempt, results: [result(1, 3)] })).toBe(2);
    expect(hasTriesLeft({ tries: 2 }, { attempt, results: [result(1, 3)] })).toBe(false);
    expect(hasTriesLeft({ tries: 2 }, { results: [result(1, 3)] })).toBe(true);
    expect(hasTriesLeft({}, { results: [result(999, 3)] })).toBe(true);
    expect(unanswered({ answers: ['A', '', 'B', ''] })).toEqual([2, 4]);
  });
});

describe('the time of a paper', () => {
  const zone = createZone('Asia/Shanghai');
  const paper = { from: localDate(2026, 12, 1), until: localDate(2026, 12, 10) };
  const at = (day: number, minuteOfDay: number) => zone.instantOf(localDate(2026, 12, day), minuteOfDay);

  it('is whole days, both of them', () => {
    expect(windowOf(paper, undefined, zone)).toEqual({
      from: at(1, 0),
      until: at(11, 0),
      lastDay: '2026-12-10',
    });
  });

  it('is longer with a make-up, never shorter', () => {
    const makeUp = (day: number) => ({ until: localDate(2026, 12, day), reason: '出差' as const });
    expect(windowOf(paper, makeUp(15), zone).until).toBe(at(16, 0));
    expect(windowOf(paper, makeUp(5), zone).until).toBe(at(11, 0));
  });

  it('ends a try with the window, or earlier with its limit, never before all its minutes are over', () => {
    const window = windowOf(paper, undefined, zone);
    expect(deadlineOf({}, window, at(1, 600))).toBe(window.until);
    expect(deadlineOf({ minutes: 30 }, window, at(1, 600))).toBe(at(1, 630));
    expect(deadlineOf({ minutes: 30 }, window, at(1, 600) + 1000)).toBe(at(1, 631));
    expect(deadlineOf({ minutes: 30 }, window, at(10, 1430))).toBe(window.until);
  });

  it('tells how far somebody is', () => {
    const window = windowOf(paper, undefined, zone);
    const sheet = { number: 1, userid: 'lin', results: [], stored: {} };
    const attempt = { try: 1, deadline: at(5, 600), place: 1, answers: [''] };
    expect(standingOf(sheet, window, at(1, 0) - 1)).toBe('coming');
    expect(standingOf(sheet, window, at(1, 0))).toBe('open');
    expect(standingOf({ ...sheet, attempt }, window, at(5, 599))).toBe('underway');
    expect(standingOf({ ...sheet, attempt }, window, at(5, 600))).toBe('done');
    expect(standingOf(sheet, window, at(11, 0))).toBe('over');
  });
});
