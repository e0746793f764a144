import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { audienceTerm } from '../roster/audience-term.ts';
import { comparable } from '../roster/comparable.ts';
import { groupedNumber } from '../roster/grouped-number.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { quoted } from '../roster/quoted.ts';
import type { Person } from '../roster/roster.ts';
import { scopeOf } from './scope.ts';

/** Whom an officer named, out of the own people. */
export interface ChosenPeople {
  /** Each once. */
  readonly people: readonly Person[];
  /** As the officer said it: `张三、李四`, `全体 9 人`. */
  readonly words: string;
}

/**
 * The people meant by `张三 李四`, `zhang.san`, `全体`, `班子`, `@机关一支部`, `#青年` or `全体 除 张三`, among
 * the own people of the member. Throws a Refusal, followed by `example` where a line helps, when somebody
 * is not among them, two have the same name, or somebody is no party member.
 */
export function choosePeople(turn: Turn, typed: string, example: string): ChosenPeople {
  const [included = '', excluded] = typed.replace(/(全体)(?=除)/u, '$1 ').split(/\s+除(?:了|去)?\s*/u);
  const chosen = wordsOf(included).map((word) => ({ word, people: peopleOf(turn, word, example) }));
  const without = wordsOf(excluded ?? '').flatMap((word) => peopleOf(turn, word, example));
  const people = [...new Set(chosen.flatMap((one) => one.people))].filter(
    (person) => !without.includes(person),
  );
  if (people.length === 0) throw new Refusal(`没有写是谁参加了。${example}`);
  if (people.length > mostPeople) {
    throw new Refusal(
      `这里有 ${groupedNumber(people.length)} 人，一次最多 ${groupedNumber(mostPeople)} 人。请分单位写，例如把“全体”换成 @单位名称。`,
    );
  }

  const said = chosen.map(({ word, people: some }) => (isGroup(word) ? word : (some[0]?.name ?? word)));
  const exception = without.length === 0 ? '' : `（除${without.map(({ name }) => name).join('、')}）`;
  const isCounted = exception !== '' || chosen.some(({ word }) => isGroup(word));
  const count = isCounted ? `${exception === '' ? ' ' : ''}${groupedNumber(people.length)} 人` : '';
  return { people, words: `${[...new Set(said)].join('、')}${exception}${count}` };
}

/**
 * Everybody's entry is a key of its own, and all of a turn is one script of Redis, some ten values a
 * person: more would keep everybody waiting. More do not take part in one event either.
 */
const mostPeople = 2000;

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s、，,；;]+/u).filter((word) => word !== '');
}

function isGroup(word: string): boolean {
  return /^[@＠#＃]/u.test(word) || ['全体', '班子', '书记'].includes(comparable(word));
}

function peopleOf(turn: Turn, word: string, example: string): readonly Person[] {
  const own = turn.roster.peopleInScopeOf(turn.member);
  if (!isGroup(word)) return [personOf(turn, own, word, example)];
  const { includes } = audienceTerm(word, turn.roster);
  const people = own.filter((person) => includes(person) && isPartyMember(person));
  if (people.length === 0) throw new Refusal(`${scopeOf(turn).name}里没有${quoted(word)}的人。${example}`);
  return people;
}

function personOf(turn: Turn, own: readonly Person[], word: string, example: string): Person {
  const wanted = comparable(word);
  const accounts = own.filter(({ userid }) => comparable(userid) === wanted);
  const found = accounts.length > 0 ? accounts : own.filter(({ name }) => comparable(name) === wanted);
  const [person, second] = found;
  if (person === undefined) throw new Refusal(`${notFound(turn, own, word)}发“成员”看都有谁。`);
  if (second !== undefined) throw new Refusal(whichOne(turn, found));
  if (!isPartyMember(person)) {
    throw new Refusal(`${person.name}是${person.kind}，学时只记正式党员和预备党员。${example}`);
  }
  return person;
}

/** Whether somebody is on the roster elsewhere is not said. */
function notFound(turn: Turn, own: readonly Person[], word: string): string {
  const near = own.filter(({ name }) => differsInOne(comparable(name), comparable(word)));
  const [first] = near;
  const hint = first === undefined ? '' : `您是不是想写${first.name}？`;
  return `${scopeOf(turn).name}里没有${quoted(word)}。${hint}`;
}

function differsInOne(name: string, typed: string): boolean {
  const letters = [...name];
  const others = [...typed];
  return (
    letters.length === others.length &&
    letters.filter((letter, index) => letter !== others[index]).length === 1
  );
}

function whichOne({ roster }: Turn, found: readonly Person[]): string {
  const [first] = found;
  return [
    `有 ${found.length} 位${first?.name ?? ''}，请写账号：`,
    ...found.map(({ userid, organisation }) => `${userid}（${roster.organisation(organisation)?.name ?? ''}）`),
    '把名字换成账号，整句再发一次。',
  ].join('\n');
}
