import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { parseClockTime } from '../../src/time/clock-time.ts';
import { localDate } from '../../src/time/local-date.ts';
import { endOfQuiet, formatQuietHours, isQuiet, parseQuietHours } from '../../src/time/quiet-hours.ts';

const minute = fc.integer({ min: 0, max: 1439 });
const quietHours = fc
  .tuple(minute, minute)
  .filter(([from, until]) => from !== until)
  .map(([from, until]) => ({ from, until }));

function refusalOf(text: string): string {
  try {
    parseQuietHours(text);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('a time of day', () => {
  it.each([
    ['22:00', 1320],
    ['7:30', 450],
    ['07：30', 450],
    ['２２', 1320],
    ['22点', 1320],
    ['22时', 1320],
    ['7点半', 450],
    ['七点半', 450],
    ['七点一刻', 435],
    ['十二点三刻', 765],
    ['二十二点', 1320],
    ['二十点零五分', 1205],
    ['两点整', 120],
    ['晚上10点', 1320],
    ['晚10:30', 1350],
    ['晚上12点', 1440],
    ['夜里2点', 120],
    ['下午3点05分', 905],
    ['下午12点', 720],
    ['中午12点半', 750],
    ['中午1点', 780],
    ['凌晨12点', 0],
    ['早上8点', 480],
    ['24:00', 1440],
    ['0', 0],
  ])('reads %s', (text, expected) => {
    expect(parseClockTime(text)).toBe(expected);
  });

  it.each([
    '25:00',
    '24:01',
    '22:60',
    '22.5',
    '半',
    '',
    '点',
    '十十',
    '三四',
    '现在',
    '-1',
    '1e1',
    '22:00:00',
  ])('does not take %j for a time', (text) => {
    expect(parseClockTime(text)).toBeUndefined();
  });
});

describe('quiet hours', () => {
  it.each([
    '22:00-07:30',
    '22:00-7:30',
    '22：00－7：30',
    '２２：００～０７：３０',
    ' 22:00 — 7:30 ',
    '22点到7点半',
    '22:00至7:30',
    '22点--7点半',
    '晚上10点到早上7点半',
    '晚上十点到第二天早上七点半',
    '22:00 到次日7:30',
  ])('are read from %j', (text) => {
    expect(parseQuietHours(text)).toEqual({ from: 1320, until: 450 });
  });

  it('are read from bare hours and up to midnight', () => {
    expect(parseQuietHours('22-7')).toEqual({ from: 1320, until: 420 });
    expect(parseQuietHours('12:00-14:00')).toEqual({ from: 720, until: 840 });
    expect(parseQuietHours('21:00-24:00')).toEqual({ from: 1260, until: 0 });
  });

  it('are written so that they can be read back', () => {
    fc.assert(
      fc.property(quietHours, (quiet) => {
        expect(parseQuietHours(formatQuietHours(quiet))).toEqual(quiet);
      }),
    );
  });

  it('never crash on any text, they are read or refused with an example that is itself correct', () => {
    const piece = fc.constantFrom(
      '22',
      '7',
      ':',
      '：',
      '30',
      '-',
      '到',
      '点',
      '半',
      '晚上',
      '十',
      ' ',
      '25',
      '我',
      '~',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          try {
            const quiet = parseQuietHours(text);
            expect(quiet.from).not.toBe(quiet.until);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            const example = /例如：免打扰 (\S+)$/.exec(error.message)?.[1] ?? '';
            expect(parseQuietHours(example)).toBeDefined();
          }
        },
      ),
    );
  });

  it.each([
    ['', '请写从几点到几点。例如：免打扰 22:00-07:30'],
    ['22:00', '只看到开始时间 22:00，还缺结束时间。例如：免打扰 22:00-07:30'],
    ['18:30-', '只看到开始时间 18:30，还缺结束时间。例如：免打扰 18:30-07:30'],
    ['25:00-8:30', '“25:00”不是一天里的时间。例如：免打扰 22:00-08:30'],
    ['21:00-早', '“早”不是一天里的时间。例如：免打扰 21:00-07:30'],
    ['22-22', '开始和结束都是 22:00，请写一段时间。例如：免打扰 22:00-07:30'],
    ['7点半到7点半', '开始和结束都是 7:30，请写一段时间。例如：免打扰 07:30-22:00'],
    ['12-14-16', '“12-14-16”里的时间超过了两个，请只写一段。例如：免打扰 12:00-14:00'],
  ])('say what is wrong with %j', (text, message) => {
    expect(refusalOf(text)).toBe(message);
  });

  it('cover the evening and the morning when they run over midnight', () => {
    const quiet = { from: 1320, until: 450 };
    expect([1319, 1320, 1439, 0, 449, 450].map((at) => isQuiet(quiet, at))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('end on the same day or on the next', () => {
    const quiet = { from: 1320, until: 450 };
    const friday = localDate(2026, 11, 20);
    expect(endOfQuiet(quiet, { date: friday, minute: 1380 })).toEqual({ date: '2026-11-21', minute: 450 });
    expect(endOfQuiet(quiet, { date: friday, minute: 30 })).toEqual({ date: '2026-11-20', minute: 450 });
    expect(endOfQuiet(quiet, { date: friday, minute: 600 })).toEqual({ date: '2026-11-20', minute: 600 });
  });

  it('end at the first minute that is not quiet', () => {
    fc.assert(
      fc.property(quietHours, minute, (quiet, start) => {
        const end = endOfQuiet(quiet, { date: localDate(2026, 11, 20), minute: start });
        let walked = start;
        let date = '2026-11-20';
        while (isQuiet(quiet, walked)) {
          walked = (walked + 1) % 1440;
          if (walked === 0) date = '2026-11-21';
        }
        expect(end).toEqual({ date, minute: walked });
      }),
    );
  });
});
