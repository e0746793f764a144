import { describe, expect, it } from 'vitest';
import type { StudyItem } from '../../src/library/study-item.ts';
import { nextItem } from '../../src/study/next-item.ts';
import type { Person } from '../../src/roster/roster.ts';
import { localDate } from '../../src/time/local-date.ts';

const today = localDate(2026, 11, 20);
const person: Person = {
  userid: 'lin.xiaotang',
  name: '林晓棠',
  organisation: 'B1',
  posts: [],
  kind: '正式党员',
  tags: ['青年'],
  state: '在册',
};
const item = (id: string, more: Partial<StudyItem> = {}): StudyItem => ({
  id,
  title: id,
  minutes: 2,
  source: '…',
  tags: [],
  audience: '全体',
  track: '…',
  summary: '…',
  body: '…',
  file: `${id}.md`,
  ...more,
});
const next = (items: StudyItem[], had: string[] = [], who = person) =>
  nextItem(items, who, new Set(had), today)?.id;

describe("today's item", () => {
  it('is the next one in file order that the person has not had', () => {
    expect(next([item('a'), item('b'), item('c')], ['a'])).toBe('b');
  });

  it('is the one written for today, if there is one', () => {
    expect(next([item('a'), item('b', { on: today })])).toBe('b');
  });

  it('is never one written for another day', () => {
    const items = [
      item('past', { on: localDate(2026, 11, 19) }),
      item('future', { on: localDate(2026, 11, 21) }),
    ];
    expect(next(items)).toBeUndefined();
  });

  it('is still shown on the day it expires, and not after', () => {
    expect(next([item('a', { expires: today })])).toBe('a');
    expect(next([item('a', { expires: localDate(2026, 11, 19) })])).toBeUndefined();
  });

  it('is meant for the person', () => {
    const items = [
      item('officers', { audience: '书记' }),
      item('old', { audience: '#离退' }),
      item('young', { audience: '#青年' }),
    ];
    expect(next(items)).toBe('young');
    expect(next(items, [], { ...person, posts: ['书记'] })).toBe('officers');
  });

  it('is nothing when everything has been had', () => {
    expect(next([item('a')], ['a'])).toBeUndefined();
  });
});
