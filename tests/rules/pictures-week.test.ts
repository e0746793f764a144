import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/chat/turn.ts';
import { createOwnWeek } from '../../src/pictures/own-week.ts';
import { weekPicture, type Week } from '../../src/pictures/week-picture.ts';
import type { Answered } from '../../src/quiz/answered.ts';
import { parseLocalDate, type LocalDate } from '../../src/time/local-date.ts';
import { turnOn } from './pictures-turn.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? expect.unreachable(text);

const week: Week = {
  monday: day('2026-11-16'),
  sunday: day('2026-11-22'),
  days: 5,
  checkIns: 2,
  answered: 5,
  answeredRight: 4,
  study: { days: 3, workdays: 5 },
  reviewsDue: 2,
  hours: { year: 2026, total: 26, target: 32, entries: [] },
};

describe('the picture of a week', () => {
  it('says whose week it is, what was done of what, and up to when', () => {
    expect(weekPicture(turnOn('2026-11-20', 15 * 60 + 20), week)).toEqual({
      title: '我的一周',
      heading: '林晓棠',
      subheading: '机关一支部',
      sections: [
        {
          title: '本周（11月16日至22日）',
          figures: [
            { kind: 'share', label: '学习', note: '工作日', count: 3, of: 5, unit: '天' },
            { kind: 'share', label: '新题答对', count: 4, of: 5, unit: '题' },
            { kind: 'share', label: '签到', note: '自愿', count: 2, of: 5, unit: '天' },
            { kind: 'amount', label: '待复习', count: 2, unit: '题' },
          ],
        },
        {
          title: '2026 年',
          figures: [{ kind: 'share', label: '学时', count: 26, of: 32, unit: '' }],
        },
      ],
      cutOff: '截至 2026年11月20日（周五）15:20',
      note: '只发给您本人',
    });
  });

  it('says in words what has no denominator', () => {
    const picture = weekPicture(turnOn('2026-10-05', 600), {
      ...week,
      study: { days: 0, workdays: 0 },
      answered: 0,
      answeredRight: 0,
    });
    expect(picture.sections[0]?.figures.slice(0, 2)).toEqual([
      { kind: 'remark', label: '学习', note: '工作日', words: '本周没有工作日' },
      { kind: 'remark', label: '新题答对', words: '还没有答新题' },
    ]);
  });

  it.each([
    [{ total: 0, target: undefined }, []],
    [{ total: 6.5, target: undefined }, [{ kind: 'amount', label: '学时', count: 6.5, unit: '' }]],
    [{ total: 0, target: 32 }, [{ kind: 'share', label: '学时', count: 0, of: 32, unit: '' }]],
  ])('with hours %j shows %j', (hours, figures) => {
    const { sections } = weekPicture(turnOn('2026-11-20', 0), {
      ...week,
      hours: { ...week.hours, ...hours },
    });
    expect(sections.slice(1).flatMap((section) => section.figures)).toEqual(figures);
  });

  it.each([
    ['2026-11-30', '2026-12-06', '本周（11月30日至12月6日）'],
    ['2026-12-28', '2027-01-03', '本周（12月28日至1月3日）'],
  ])('from %s to %s names both months', (monday, sunday, title) => {
    const picture = weekPicture(turnOn('2026-11-20', 0), {
      ...week,
      monday: day(monday),
      sunday: day(sunday),
    });
    expect(picture.sections[0]?.title).toBe(title);
  });

  it('has room in a kilobyte, whatever people and branches are called', () => {
    const turn = turnOn('2026-11-20', 0, { name: '𠮷'.repeat(200), branch: '某'.repeat(200) });
    const figures = { ...week, answered: 99_999, answeredRight: 99_999, reviewsDue: 99_999 };
    const json = JSON.stringify(weekPicture(turn, figures));
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(1024);
    expect(json).toContain('某…');
  });
});

describe('a member’s own week', () => {
  const right = (first: string): Answered => ({ first: day(first) });
  const wrong = (first: string): Answered => ({
    ...right(first),
    review: {
      due: day('2026-12-01'),
      stability: 1,
      difficulty: 5,
      lapses: 0,
      last: day('2026-11-20'),
    },
  });

  async function weekOn(today: string, checkIns: readonly string[], answered: readonly Answered[]) {
    const ownWeek = createOwnWeek({
      checkIns: {
        of: async (_, year) =>
          checkIns
            .filter((one) => one.startsWith(String(year)))
            .map((one) => ({ date: day(one), minute: 540 })),
      },
      quiz: { answered: async () => new Map(answered.map((one, index) => [`q${index}`, one])) },
    });
    const turn: Turn = turnOn(today, 600);
    return ownWeek.of(turn);
  }

  it('begins on Monday and counts the days up to today', async () => {
    expect(await weekOn('2026-11-16', [], [])).toMatchObject({ monday: '2026-11-16', days: 1 });
    expect(await weekOn('2026-11-22', [], [])).toMatchObject({
      monday: '2026-11-16',
      sunday: '2026-11-22',
      days: 7,
    });
  });

  it('counts check-ins of this week, over the turn of the year too', async () => {
    const days = ['2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01'];
    expect(await weekOn('2027-01-01', days, [])).toMatchObject({ checkIns: 3, days: 5 });
    expect(await weekOn('2026-12-31', days, [])).toMatchObject({ checkIns: 2, days: 4 });
  });

  it('counts as right what was right at the first answer, and nothing of earlier weeks', async () => {
    const answered = [right('2026-11-16'), wrong('2026-11-18'), right('2026-11-15'), wrong('2026-11-01')];
    expect(await weekOn('2026-11-20', [], answered)).toMatchObject({ answered: 2, answeredRight: 1 });
  });
});
