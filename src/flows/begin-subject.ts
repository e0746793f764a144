import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Flow } from '../library/flow.ts';
import { nearName } from '../roster/near-name.ts';
import type { Person } from '../roster/roster.ts';
import { quoted } from '../wording/quoted.ts';
import type { CaseStart } from './case.ts';
import { organisationNamed, organisationsNamed, peopleNamed } from './named-subject.ts';
import { speaksFor } from './own-places.ts';

/** Whom a new case is about, and what was typed behind that. */
export type TypedSubject =
  | {
      readonly kind: 'known';
      readonly concerns: Pick<CaseStart, 'organisation' | 'subject' | 'addressees'>;
      /** As it was typed; empty where nobody is named. */
      readonly whom: string;
      readonly rest: string;
    }
  | { readonly kind: 'whom' }
  /** Several people have the name. */
  | { readonly kind: 'which'; readonly people: readonly Person[]; readonly rest: string };

/**
 * Reads whom a case is about at the beginning of what was typed. A day may stand before the name, and right
 * behind it without a blank. Throws a Refusal with a correct line.
 */
export function readSubject(
  turn: Turn,
  { name, start: { about, only } }: Flow,
  typed: string,
  { word, isDay }: { readonly word: string; isDay(word: string): boolean },
): TypedSubject {
  const { member, roster } = turn;
  if (about === '本组织') {
    return { kind: 'known', concerns: { organisation: speaksFor(member, roster) }, whom: '', rest: typed };
  }
  const [whom, rest] = about === '人' ? nameFirst(turn, typed, isDay) : wordFirst(typed, isDay);
  if (whom === '') return { kind: 'whom' };
  const lineWith = (instead: string): string => `${word} ${instead} ${rest}`.trim();
  switch (about) {
    case '组织': {
      const [first = '', second] = whom.split(severalSigns);
      // Some organisations have such a sign in their name.
      const isOne = second === undefined || roster.organisations.some((one) => whom === `@${one.name}`);
      if (!isOne) throw new Refusal(`一次只交给一个组织，几个组织请分几次发。例如：${lineWith(first)}`);
      const organisation = organisationNamed(whom, member, roster, lineWith);
      return { kind: 'known', concerns: { organisation }, whom, rest };
    }
    case '各组织': {
      const addressees = organisationsNamed(whom, member, roster, lineWith);
      return { kind: 'known', concerns: { organisation: speaksFor(member, roster), addressees }, whom, rest };
    }
    case '人': {
      const people = peopleNamed(whom, member, roster);
      const [person, second] = people;
      if (person === undefined) throw new Refusal(notFound(turn, whom, lineWith));
      if (second !== undefined) return { kind: 'which', people, rest };
      if (only !== undefined && !only.includes(person.kind)) {
        throw new Refusal(
          `${person.name}是${person.kind}，${name}只办${only.join('、')}的。发“成员”看都有谁。`,
        );
      }
      const organisation = roster.branchOf(person.organisation)?.code ?? person.organisation;
      return { kind: 'known', concerns: { organisation, subject: person.userid }, whom, rest };
    }
  }
}

const severalSigns = /[,，、]/u;

/** The first word and the rest; a day in front goes behind it. */
function wordFirst(typed: string, isDay: (word: string) => boolean): readonly [string, string] {
  const [first = '', second = ''] = typed.split(/\s+/u, 2);
  const behind = typed.slice(first.length).trim();
  if (second === '' || !isDay(first)) return [first, behind];
  return [second, `${first} ${behind.slice(second.length).trim()}`.trim()];
}

/** The same; the name of one of the own people may have its text right behind it. */
function nameFirst(
  { member, roster }: Turn,
  typed: string,
  isDay: (word: string) => boolean,
): readonly [string, string] {
  const [whom, rest] = wordFirst(typed, isDay);
  if (whom === '' || peopleNamed(whom, member, roster).length > 0) return [whom, rest];
  const name = roster
    .peopleInScopeOf(member)
    .map((person) => person.name)
    .filter((one) => whom.startsWith(one) && !severalSigns.test(whom.slice(one.length, one.length + 1)))
    .toSorted((a, b) => b.length - a.length)[0];
  return name === undefined ? [whom, rest] : [name, `${whom.slice(name.length)} ${rest}`.trim()];
}

/** Whether somebody of that name is on the roster elsewhere is not said. */
function notFound({ member, roster }: Turn, typed: string, lineWith: (name: string) => string): string {
  const own = roster.peopleInScopeOf(member);
  const [first = '', second] = typed.split(severalSigns);
  if (second !== undefined && peopleNamed(first, member, roster).length > 0) {
    return `一次只写一个人，几个人请分几次发。例如：${lineWith(first)}`;
  }
  const place = (roster.scopeOf(member)[0] ?? member.organisation).name;
  const near = nearName(
    typed,
    own.map(({ name }) => name),
  );
  return near === undefined
    ? `${place}里没有${quoted(typed)}。发“成员”看都有谁。`
    : `${place}里没有${quoted(typed)}，您是不是想写${near}？例如：${lineWith(near)}`;
}
