import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { audienceTerm } from '../roster/audience-term.ts';
import { comparable } from '../roster/comparable.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import { namedPerson } from './named-person.ts';
import { scopeOf } from './scope.ts';

/** Whom an officer named, out of the own people. */
export interface ChosenPeople {
  /** Party members, each once. */
  readonly people: readonly Person[];
  /** As the officer said it: `张三、李四`, `全体 9 人`, `全体（除张三）8 人`. */
  readonly words: string;
}

/**
 * The people meant by `张三 李四`, `zhang.san`, `全体`, `班子`, `@机关一支部`, `#青年` or `全体 除 张三`, among
 * the own people of an officer. Throws a Refusal, with `example` where a line helps, when one of the words
 * means nobody or more than one.
 */
export function choosePeople(turn: Turn, typed: string, example: string): ChosenPeople {
  const [named = '', ...excepted] = typed.replace(gluedExcept, '$& ').split(except);
  const chosen = partsOf(turn, named, example);
  const without = partsOf(turn, excepted.join(' '), example);
  const excluded = new Set(without.flatMap(({ people }) => people));
  const people = new Set(chosen.flatMap((part) => part.people).filter((person) => !excluded.has(person)));

  if (people.size === 0) throw new Refusal(`没有写是谁参加了。${example}`);
  if (people.size > mostPeople) {
    throw new Refusal(
      `这里有 ${groupedNumber(people.size)} 人，一次最多 ${groupedNumber(mostPeople)} 人。请分单位写，例如把“全体”换成 @单位名称。`,
    );
  }
  return { people: [...people], words: wordsFor(chosen, without, people.size) };
}

/**
 * Everybody's entry is a key of its own, and all of a turn is one script of Redis with some ten values a
 * person: more would keep everybody waiting. More do not take part in one event either.
 */
const mostPeople = 2000;

/** `全体除张三` is `全体 除张三`. */
const gluedExcept = /(?:全体|班子)(?=除)/u;
const except = /\s+除(?:了|去)?\s*/u;

interface Part {
  readonly word: string;
  readonly people: readonly Person[];
}

function partsOf(turn: Turn, typed: string, example: string): readonly Part[] {
  const words = typed.split(/[\s、，,；;]+/u).filter((word) => word !== '');
  return words.map((word) => {
    if (isGroup(word)) return { word, people: groupOf(turn, word, example) };
    const person = namedPerson(turn, word, example);
    return { word: person.name, people: [person] };
  });
}

function isGroup(word: string): boolean {
  return /^[@＠#＃]/u.test(word) || ['全体', '全体人员', '班子', '书记'].includes(comparable(word));
}

function groupOf(turn: Turn, word: string, example: string): readonly Person[] {
  const { includes } = audienceTerm(word, turn.roster);
  const own = turn.roster.peopleInScopeOf(turn.member);
  const people = own.filter((person) => includes(person) && isPartyMember(person));
  if (people.length === 0) throw new Refusal(`${scopeOf(turn).name}里没有${quoted(word)}的党员。${example}`);
  return people;
}

/** Names that were typed are read back; groups are counted. */
function wordsFor(chosen: readonly Part[], without: readonly Part[], count: number): string {
  const named = listOf(chosen);
  if (without.length > 0) return `${named}（除${listOf(without)}）${groupedNumber(count)} 人`;
  return chosen.some(({ word }) => isGroup(word)) ? `${named} ${groupedNumber(count)} 人` : named;
}

function listOf(parts: readonly Part[]): string {
  return [...new Set(parts.map(({ word }) => word))].join('、');
}
