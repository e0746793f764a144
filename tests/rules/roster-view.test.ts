import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { roleSuffices, roles } from '../../src/roster/role.ts';
import { createRoster, type Roster } from '../../src/roster/roster-view.ts';
import type { Organisation, Person, Post } from '../../src/roster/roster.ts';
import { generateRoster } from '../support/generate-roster.ts';

const organisations: readonly Organisation[] = [
  { code: 'A11', name: '第一党小组', kind: '党小组', parent: 'A1' },
  { code: 'GW', name: '机关工委', kind: '工委' },
  { code: 'A', name: '数据局机关党委', kind: '机关党委', parent: 'GW' },
  { code: 'A1', name: '机关一支部', kind: '党支部', parent: 'A' },
  { code: 'A2', name: '机关二支部', kind: '党支部', parent: 'A' },
  { code: 'B', name: '图书馆党总支', kind: '党总支', parent: 'GW' },
];

function person(userid: string, organisation: string, ...posts: Post[]): Person {
  return { userid, name: `${userid} 的姓名`, organisation, posts, kind: '正式党员', tags: [], state: '在册' };
}

const people = [
  person('member', 'A1'),
  person('leader', 'A11', '小组长'),
  person('secretary', 'A1', '书记'),
  person('officer.in.group', 'A11', '委员'),
  person('upper', 'A', '副书记'),
  person('other', 'A2'),
  person('committee', 'B', '工委'),
];

const roster = createRoster({ organisations, people }, { version: 3, committeeUserids: ['Boss', 'OTHER'] });

function member(userid: string, from: Roster = roster) {
  const found = from.find(userid);
  if (!found) throw new Error(`${userid} is not on the roster`);
  return found;
}

const codes = (list: readonly Organisation[]) => list.map(({ code }) => code);
const userids = (list: readonly Person[]) => list.map(({ userid }) => userid);

describe('a roster', () => {
  it('finds a person by account in any case, with organisation and branch', () => {
    expect(roster.find('SECRETARY')).toBe(roster.find('secretary'));
    expect(member('Leader')).toMatchObject({
      person: { userid: 'leader' },
      organisation: { code: 'A11' },
      branch: { code: 'A1' },
    });
    expect(member('upper').branch.code).toBe('A');
  });

  it('does not know strangers', () => {
    expect(roster.find('nobody')).toBeUndefined();
    expect(roster.find('')).toBeUndefined();
    expect(roster.find('__proto__')).toBeUndefined();
  });

  it('stands root first, each organisation followed by its own subtree', () => {
    expect(codes(roster.organisations)).toEqual(['GW', 'A', 'A1', 'A11', 'A2', 'B']);
    expect(codes(roster.subtree('A'))).toEqual(['A', 'A1', 'A11', 'A2']);
    expect(codes(roster.path('A11'))).toEqual(['GW', 'A', 'A1', 'A11']);
    expect(roster.organisation('B')?.name).toBe('图书馆党总支');
  });

  it('gives the people of a subtree in the order of its organisations', () => {
    expect(userids(roster.peopleIn('A1'))).toEqual(['member', 'secretary', 'leader', 'officer.in.group']);
    expect(userids(roster.peopleIn('GW'))).toEqual(userids(roster.people));
    expect(roster.people).toHaveLength(people.length);
  });

  it('has nothing to say about unknown codes', () => {
    expect(roster.organisation('X')).toBeUndefined();
    expect(roster.branchOf('X')).toBeUndefined();
    expect([roster.subtree('X'), roster.peopleIn('X'), roster.path('X')]).toEqual([[], [], []]);
  });

  it('refuses lists that do not hang together', () => {
    const options = { version: 1, committeeUserids: [] };
    const stray = { code: 'X', name: '游离', kind: '党支部', parent: 'Y' } as const;
    expect(() => createRoster({ organisations: [...organisations, stray], people: [] }, options)).toThrow(
      Fault,
    );
    expect(() => createRoster({ organisations, people: [person('lost', 'X')] }, options)).toThrow(Fault);
  });

  it('bears a very long chain of organisations', () => {
    const chain = Array.from({ length: 20_000 }, (_, index): Organisation => ({
      code: `${index}`,
      name: `${index}`,
      kind: '党总支',
      ...(index > 0 && { parent: `${index - 1}` }),
    }));
    const deep = createRoster(
      { organisations: chain, people: [person('deep', '19999')] },
      { version: 1, committeeUserids: [] },
    );
    expect(deep.peopleIn('0')).toHaveLength(1);
  });

  it('agrees with a plain walk over the lists, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 120 }), (size, count) => {
        const lists = generateRoster(size, count);
        const view = createRoster(lists, { version: 1, committeeUserids: [] });
        const parents = new Map(lists.organisations.map(({ code, parent }) => [code, parent]));
        const isBelow = (code: string | undefined, above: string): boolean =>
          code !== undefined && (code === above || isBelow(parents.get(code), above));

        for (const { code } of lists.organisations) {
          const expected = lists.people.filter(({ organisation }) => isBelow(organisation, code));
          expect(new Set(view.peopleIn(code))).toEqual(new Set(expected));
          expect(new Set(codes(view.subtree(code)))).toEqual(
            new Set(codes(lists.organisations.filter((organisation) => isBelow(organisation.code, code)))),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('roles', () => {
  it('come from the posts, the highest one counting', () => {
    expect(member('member').role).toBe('member');
    expect(member('leader').role).toBe('groupLeader');
    for (const userid of ['secretary', 'officer.in.group', 'upper'])
      expect(member(userid).role).toBe('secretary');
    expect(member('committee').role).toBe('committee');
  });

  it('include all that the earlier ones may do', () => {
    for (const [place, role] of roles.entries()) {
      expect(roles.filter((needed) => roleSuffices(role, needed))).toEqual(roles.slice(0, place + 1));
    }
  });

  it('make the configured accounts committee members, listed or not, in any case', () => {
    expect(member('other')).toMatchObject({ role: 'committee', person: { name: 'other 的姓名' } });
    expect(member('boss')).toMatchObject({
      role: 'committee',
      person: { userid: 'Boss', name: 'Boss' },
      organisation: { code: 'GW' },
    });
    expect(userids(roster.people)).not.toContain('Boss');
  });

  it('exist for the configured accounts before there is any roster', () => {
    const empty = createRoster({ organisations: [], people: [] }, { version: 0, committeeUserids: ['boss'] });
    expect(member('BOSS', empty)).toMatchObject({ role: 'committee', organisation: { kind: '工委' } });
    expect(empty.peopleInScopeOf(member('boss', empty))).toEqual([]);
    expect(empty.find('lin')).toBeUndefined();
  });

  it('are kept by people who are not party members', () => {
    const mass = { ...person('mass', 'A1'), kind: '群众' as const };
    const view = createRoster({ organisations, people: [mass] }, { version: 1, committeeUserids: [] });
    expect(member('mass', view).role).toBe('member');
  });
});

describe('what a member sees', () => {
  it.each([
    ['member', []],
    ['leader', ['A11']],
    ['secretary', ['A1', 'A11']],
    ['officer.in.group', ['A1', 'A11']],
    ['upper', ['A', 'A1', 'A11', 'A2']],
    ['committee', ['GW', 'A', 'A1', 'A11', 'A2', 'B']],
    ['boss', ['GW', 'A', 'A1', 'A11', 'A2', 'B']],
  ])('%s sees %j', (userid, expected) => {
    const scope = roster.scopeOf(member(userid));
    expect(codes(scope)).toEqual(expected);
    const seen = new Set(expected);
    expect(userids(roster.peopleInScopeOf(member(userid)))).toEqual(
      userids(roster.people.filter(({ organisation }) => seen.has(organisation))),
    );
  });

  it('is nothing for a group leader without a group', () => {
    const view = createRoster(
      { organisations, people: [person('leader', 'A1', '小组长')] },
      { version: 1, committeeUserids: [] },
    );
    expect(view.scopeOf(member('leader', view))).toEqual([]);
  });
});
