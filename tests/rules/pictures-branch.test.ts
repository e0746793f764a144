import { describe, expect, it } from 'vitest';
import { branchPicture, type BranchFigures } from '../../src/pictures/branch-picture.ts';
import type { Organisation } from '../../src/roster/roster.ts';
import { turnOn } from './pictures-turn.ts';

const organisation: Organisation = { code: 'B1', name: '机关一支部', kind: '党支部' };

function figuresOf(people: number, of: Organisation = organisation): BranchFigures {
  return {
    today: { organisation: of, people, studied: 3, answered: 4, checkedIn: 2 },
    month: {
      organisation: of,
      people,
      workdays: 15,
      studiedOnce: 8,
      answeredOnce: 6,
      checkedInOnce: 5,
      finishedItems: 42,
    },
    isWorkday: true,
  };
}

describe('the picture of a branch', () => {
  it('shows every figure of its people with denominator and cut-off, and no name', () => {
    const picture = branchPicture(turnOn('2026-11-20', 15 * 60 + 20), figuresOf(9));
    expect(picture).toEqual({
      title: '支部数字',
      heading: '机关一支部',
      subheading: '党员 9 人',
      sections: [
        {
          title: '今天（11月20日 周五）',
          figures: [
            { kind: 'share', label: '已学', count: 3, of: 9, unit: '人' },
            { kind: 'share', label: '已答', note: '每日一题，自愿', count: 4, of: 9, unit: '人' },
            { kind: 'share', label: '签到', note: '自愿', count: 2, of: 9, unit: '人' },
          ],
        },
        {
          title: '本月（11月1日至20日，15 个工作日）',
          figures: [
            { kind: 'share', label: '学过', note: '至少一条', count: 8, of: 9, unit: '人' },
            { kind: 'share', label: '答过题', note: '自愿', count: 6, of: 9, unit: '人' },
            { kind: 'share', label: '签到过', note: '自愿', count: 5, of: 9, unit: '人' },
            { kind: 'amount', label: '一共学完', count: 42, unit: '条' },
          ],
        },
      ],
      cutOff: '截至 2026年11月20日（周五）15:20',
      note: '只有数字，不列名字',
    });
    expect(JSON.stringify(picture)).not.toContain('林晓棠');
  });

  it('says that today is no working day', () => {
    const picture = branchPicture(turnOn('2026-11-21', 600), { ...figuresOf(9), isWorkday: false });
    expect(picture.sections[0]?.title).toBe('今天（11月21日 周六，不是工作日）');
  });

  it('on the first of a month is about one day', () => {
    const { sections } = branchPicture(turnOn('2026-12-01', 600), figuresOf(9));
    expect(sections[1]?.title).toBe('本月（12月1日，15 个工作日）');
  });

  it('of nobody says so instead of a share of nothing', () => {
    const { sections, subheading } = branchPicture(turnOn('2026-11-20', 600), figuresOf(0));
    expect(subheading).toBe('党员 0 人');
    expect(sections[0]?.figures[0]).toEqual({ kind: 'remark', label: '已学', words: '没有党员' });
  });

  it('of everybody has room in a kilobyte', () => {
    const everybody = figuresOf(1_000_000, { ...organisation, name: '某'.repeat(200) });
    const picture = branchPicture(turnOn('2026-11-20', 600), everybody);
    expect(picture.subheading).toBe('党员 1,000,000 人');
    expect(Buffer.byteLength(JSON.stringify(picture))).toBeLessThanOrEqual(1024);
  });
});
