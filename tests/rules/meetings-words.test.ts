import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveReasonOf } from '../../src/meetings/leave-reason.ts';
import { agendaLines, expectedWords, whenWords } from '../../src/meetings/meeting-words.ts';
import { momentButton, momentLabel } from '../../src/meetings/moment-label.ts';
import { readNumbered } from '../../src/meetings/read-numbered.ts';
import { readShift } from '../../src/meetings/shift-words.ts';
import { addDays, localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';
import { readSpokenTime } from '../../src/time/spoken/read-spoken-time.ts';

const today = localDate(2026, 11, 20);

describe('what is kept of a reason', () => {
  it.each([
    ['出差', '公差'],
    ['公差', '公差'],
    ['去省里开会', '公差'],
    ['培训', '公差'],
    ['驻村', '公差'],
    ['年假', '请假'],
    ['家里有事', '其他'],
    ['有点私事', '请假'],
    ['事假', '请假'],
    ['病假', '其他'],
    ['体检', '其他'],
    ['去医院开会', '其他'],
    ['产假', '其他'],
    ['陪护', '其他'],
    ['', '其他'],
    ['😀', '其他'],
  ])('%s: %s', (words, kept) => {
    expect(leaveReasonOf(words)).toBe(kept);
  });
});

describe('the number of a meeting in front of other words', () => {
  it.each([
    ['7 出差', 7, '出差'],
    ['7出差', 7, '出差'],
    ['７ 出差', 7, '出差'],
    ['7号 出差', 7, '出差'],
    ['会议7 出差', 7, '出差'],
    ['会议 7号会议 出差', 7, '出差'],
    ['12 周四15:00', 12, '周四15:00'],
    ['1 三楼会议室', 1, '三楼会议室'],
    ['7', 7, ''],
    ['出差', undefined, '出差'],
    ['15:00', undefined, '15:00'],
    ['3点', undefined, '3点'],
    ['12-01 15:00', undefined, '12-01 15:00'],
    ['12月1日', undefined, '12月1日'],
    ['25号下午3点', undefined, '25号下午3点'],
    ['3天年假', undefined, '3天年假'],
    ['', undefined, ''],
  ])('%s', (words, number, rest) => {
    expect(readNumbered(words)).toEqual(number === undefined ? { rest } : { number, rest });
  });
});

describe('a shift', () => {
  const from = { date: localDate(2026, 11, 25), minute: 900, until: 990 };
  it.each([
    ['推迟半小时', { ...from, minute: 930, until: 1020 }],
    ['推迟一个半小时', { ...from, minute: 990, until: 1080 }],
    ['延后20分钟', { ...from, minute: 920, until: 1010 }],
    ['提前1个小时', { ...from, minute: 840, until: 930 }],
    ['提前一天', { ...from, date: '2026-11-24' }],
    ['推迟两周', { ...from, date: '2026-12-09' }],
    ['延期3天', { ...from, date: '2026-11-28' }],
  ])('%s', (words, when) => {
    expect(readShift(words, from)?.when).toEqual(when);
  });

  it('stays in its day by the hour, and is none without a length', () => {
    expect(readShift('推迟十个小时', from)).toBeUndefined();
    expect(readShift('推迟到周四', from)).toBeUndefined();
    expect(readShift('三楼会议室', from)).toBeUndefined();
  });
});

describe('a moment on a button', () => {
  const moments = fc.record({
    date: fc.integer({ min: 0, max: 300 }).map((days) => addDays(today, days)),
    minute: fc.integer({ min: 0, max: 1439 }),
  });

  it('fits, whatever it is', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect([...momentButton(moment, today)].length).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('typed as an example means the same', () => {
    const calendar = createWorkCalendar([]);
    fc.assert(
      fc.property(moments, (moment) => {
        fc.pre(moment.date > today && moment.minute >= 13 * 60);
        const typed = `就定${momentLabel(moment, today)}`;
        expect(readSpokenTime(typed, { today, minute: 0, calendar })).toMatchObject({
          ...moment,
          doubts: [],
        });
      }),
    );
  });
});

describe('words', () => {
  it('for the time, the agenda and the people of a meeting', () => {
    const when = { date: localDate(2026, 11, 25), minute: 900 };
    expect(whenWords(when, today)).toBe('11月25日（周三）15:00');
    expect(whenWords({ ...when, until: 990 }, when.date)).toBe('今天 15:00–16:30');
    expect(agendaLines([], 50)).toEqual([]);
    expect(agendaLines(['学习'], 50)).toEqual(['议题：学习']);
    expect(agendaLines(['学习', '研究'], 50)).toEqual(['议题：', '1 学习', '2 研究']);
    expect(agendaLines(['学习', '研究发展对象', '通报'], 10)).toEqual(['议题：', '1 学习', '…共 3 项']);
    expect(agendaLines(['一', '二', '三', '四', '五', '六'], 50).at(-1)).toBe('…共 6 项');
    expect(expectedWords({ voting: 12, withoutVote: 1, guests: 0 })).toBe('应到 13 人（正式 12、预备 1）');
    expect(expectedWords({ voting: 3, withoutVote: 0, guests: 2 })).toBe('应到 3 人，列席 2 人');
  });
});
