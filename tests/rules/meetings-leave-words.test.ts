import { describe, expect, it } from 'vitest';
import { readLeaveWords } from '../../src/meetings/read-leave-words.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createWorkCalendar } from '../../src/time/work-calendar.ts';

/** A Friday. */
const now = { today: localDate(2026, 11, 20), minute: 9 * 60, calendar: createWorkCalendar([]) };

describe('what is said behind 请假', () => {
  it.each([
    ['', {}],
    ['出差', {}],
    ['7 出差', { numbered: { number: 7, reason: '出差' } }],
    ['二号 家里有事', { numbered: { number: 2, reason: '家里有事' } }],
    ['2号', { numbered: { number: 2, reason: '' } }],
    ['第十二号会议，值班', { numbered: { number: 12, reason: '值班' } }],
    ['明天', { dated: { date: '2026-11-21', reason: '' } }],
    ['明天 出差', { dated: { date: '2026-11-21', reason: '出差' } }],
    ['明天下午3点的会 出差', { dated: { date: '2026-11-21', reason: '出差' } }],
    ['我明天要值班', { dated: { date: '2026-11-21', reason: '我 要值班' } }],
    ['出差 下周三', { dated: { date: '2026-11-25', reason: '出差' } }],
    ['11月25日的会议', { dated: { date: '2026-11-25', reason: '' } }],
    // The day belongs to the reason.
    ['出差到26号', {}],
    ['一号楼停电', {}],
    ['😀', {}],
  ])('%j', (words, said) => {
    const { reason, ...read } = readLeaveWords(words, now);
    expect(reason).toBe(words);
    expect('numbered' in said ? { numbered: read.numbered } : read).toEqual(said);
  });

  it('is a number or a day, where it may be either', () => {
    expect(readLeaveWords('二号 家里有事', now).dated).toEqual({ date: '2026-12-02', reason: '家里有事' });
    expect(readLeaveWords('25号 出差', now)).toMatchObject({
      numbered: { number: 25, reason: '出差' },
      dated: { date: '2026-11-25', reason: '出差' },
    });
  });
});
