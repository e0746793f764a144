import { describe, expect, it } from 'vitest';
import { differenceText } from '../../src/roster/difference-text.ts';
import { isSame, rosterDifference } from '../../src/roster/difference.ts';
import type { Organisation, Person, RosterLists } from '../../src/roster/roster.ts';
import { localDate } from '../../src/time/local-date.ts';
import { generateRoster } from '../support/generate-roster.ts';

const root: Organisation = { code: 'GW', name: '机关工委', kind: '工委' };
const first: Organisation = { code: 'A1', name: '机关一支部', kind: '党支部', parent: 'GW' };
const second: Organisation = { code: 'A2', name: '机关二支部', kind: '党支部', parent: 'GW' };

const lin: Person = {
  userid: 'lin',
  name: '林晓棠',
  organisation: 'A1',
  posts: [],
  kind: '正式党员',
  tags: [],
  state: '在册',
};
const zhang: Person = { ...lin, userid: 'zhang', name: '张三' };
const chen: Person = { ...lin, userid: 'chen', name: '陈志刚', posts: ['书记'] };

const before: RosterLists = { organisations: [root, first], people: [lin, zhang, chen] };

function text(after: RosterLists, linesPerList = 10): readonly string[] {
  return differenceText(rosterDifference(before, after), { before, after, linesPerList });
}

describe('the difference between two rosters', () => {
  it('is nothing between equal lists, in any order', () => {
    const shuffled = { organisations: before.organisations.toReversed(), people: before.people.toReversed() };
    expect(isSame(rosterDifference(before, shuffled))).toBe(true);
    const large = generateRoster(20, 200);
    expect(isSame(rosterDifference(large, generateRoster(20, 200)))).toBe(true);
  });

  it('names who joined, who left, and what changed for the others', () => {
    const wu: Person = { ...lin, userid: 'wu', name: '吴刚' };
    const moved: Person = { ...zhang, organisation: 'A2', joinedOn: localDate(2003, 7, 1) };
    const after = { organisations: [root, first, second], people: [lin, moved, wu] };
    const difference = rosterDifference(before, after);

    expect(difference.organisations.added).toEqual([second]);
    expect(difference.people.joined).toEqual([wu]);
    expect(difference.people.left).toEqual([chen]);
    expect(difference.people.changed).toEqual([
      {
        before: zhang,
        after: moved,
        columns: [
          { column: '组织编号', before: 'A1', after: 'A2' },
          { column: '入党日期', before: '', after: '2003-07-01' },
        ],
      },
    ]);
    expect(isSame(difference)).toBe(false);
  });

  it('takes an account in other letters for the same person', () => {
    const { people } = rosterDifference(before, {
      ...before,
      people: [{ ...lin, userid: 'LIN' }, zhang, chen],
    });
    expect([people.joined, people.left]).toEqual([[], []]);
    expect(people.changed[0]?.columns).toEqual([{ column: '账号', before: 'lin', after: 'LIN' }]);
  });

  it('notices a change in every single column', () => {
    const changes: Partial<Person>[] = [
      { name: '林' },
      { organisation: 'GW' },
      { posts: ['委员'] },
      { kind: '预备党员' },
      { joinedOn: localDate(2020, 7, 1) },
      { tags: ['青年'] },
      { state: '离退' },
      { inPostSince: localDate(2024, 7, 1) },
    ];
    for (const change of changes) {
      const { people } = rosterDifference(before, {
        ...before,
        people: [{ ...lin, ...change }, zhang, chen],
      });
      expect(people.changed.map(({ columns }) => columns.length)).toEqual([1]);
    }
  });
});

describe('the difference as text', () => {
  it('gives the counts first, then who gains or loses rights, then each list', () => {
    const after: RosterLists = {
      organisations: [root, { ...first, name: '机关第一支部' }, second],
      people: [
        { ...lin, posts: ['书记'] },
        { ...zhang, organisation: 'A2', posts: ['委员'] },
        { ...lin, userid: 'wu', name: '吴刚' },
      ],
    };
    expect(text(after)).toEqual([
      '组织 3 个：新增 1，撤销 0，改动 1',
      '人员 3 人：新增 1，离开 1，改动 2',
      '权限变化 3：',
      '  林晓棠（lin，机关第一支部）：党员 → 书记',
      '  张三（zhang，机关二支部）：党员 → 委员',
      '  陈志刚（chen，机关第一支部）：原为书记，离开',
      '新增组织 1：',
      '  A2 机关二支部（党支部）',
      '改动组织 1：',
      '  A1 机关第一支部（党支部）：名称 机关一支部 → 机关第一支部',
      '新增人员 1：',
      '  吴刚（wu，机关第一支部）',
      '离开人员 1：',
      '  陈志刚（chen，机关第一支部）',
      '改动人员 2：',
      '  林晓棠（lin，机关第一支部）：职务 党员 → 书记',
      '  张三（zhang，机关二支部）：组织编号 A1 机关第一支部 → A2 机关二支部；职务 党员 → 委员',
    ]);
  });

  it('names the post somebody has, not the one that has the same rights', () => {
    const he: Person = { ...lin, userid: 'he', name: '何雨晴', posts: ['委员', '小组长'] };
    expect(text({ ...before, people: [...before.people, he] }).slice(2, 4)).toEqual([
      '权限变化 1：',
      '  何雨晴（he，机关一支部）：新增为委员；小组长',
    ]);
  });

  it('shows only the first lines of each list and says how many more there are', () => {
    const many = Array.from({ length: 1203 }, (_, index) => ({ ...lin, userid: `u${index}` }));
    const lines = text({ ...before, people: [...before.people, ...many] }, 2);
    expect(lines).toEqual([
      '组织 2 个：新增 0，撤销 0，改动 0',
      '人员 1,206 人：新增 1,203，离开 0，改动 0',
      '新增人员 1,203：',
      '  林晓棠（u0，机关一支部）',
      '  林晓棠（u1，机关一支部）',
      '  ……还有 1,201 条，加上 --verbose 全部列出',
    ]);
    expect(text({ ...before, people: [...before.people, ...many] }, Infinity)).toHaveLength(1206);
  });
});
