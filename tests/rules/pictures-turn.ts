import type { Turn } from '../../src/chat/turn.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import { parseLocalDate } from '../../src/time/local-date.ts';

/** A turn of 林晓棠's, who is secretary of a branch of one; `minute` of that day. */
export function turnOn(
  today: string,
  minute: number,
  { name = '林晓棠', branch = '机关一支部' }: { readonly name?: string; readonly branch?: string } = {},
): Turn {
  const date = parseLocalDate(today);
  const person = {
    userid: 'lin.xiaotang',
    name,
    organisation: 'B1',
    posts: ['书记' as const],
    kind: '正式党员' as const,
    tags: [],
    state: '在册' as const,
  };
  const roster = createRoster(
    { organisations: [{ code: 'B1', name: branch, kind: '党支部' }], people: [person] },
    { version: 1, committeeUserids: [] },
  );
  const member = roster.find(person.userid);
  if (date === undefined || member === undefined) throw new Error('there is no such day or member');
  return { identity: 'm1', member, roster, at: 0, today: date, minute, desk: {}, work: createUnitOfWork() };
}
