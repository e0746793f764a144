import { Refusal } from '../errors.ts';
import { cleanCode } from './clean-text.ts';
import { comparable } from './comparable.ts';
import { findOrganisation } from './find-organisation.ts';
import { findTag } from './find-tag.ts';
import { isPartyMember } from './party-member.ts';
import { quoted } from './quoted.ts';
import { isOfficerPost } from './role.ts';
import type { Roster } from './roster-view.ts';
import type { Person } from './roster.ts';

/** One way to say who is meant: a word, an @组织 or a #标签. */
export interface AudienceTerm {
  /** As people call it: `全体`, `机关一支部`, `#青年`. */
  readonly name: string;
  readonly includes: (person: Person) => boolean;
}

/**
 * Reads 全体, 全体人员, 书记, 班子, @组织 (name, code, or a part of the name that only one has) or #标签.
 * Throws a Refusal that says what could have been meant.
 */
export function audienceTerm(words: string, roster: Roster): AudienceTerm {
  const text = cleanCode(words);
  const named = namedTerms.find(({ name }) => name === comparable(text));
  if (named) return named;
  if (text.startsWith('@')) return organisationTerm(text.slice(1), roster);
  if (text.startsWith('#')) return tagTerm(text.slice(1), roster);
  throw new Refusal(notATerm(text, roster));
}

/** Contract §4. */
const namedTerms: readonly AudienceTerm[] = [
  { name: '全体', includes: isPartyMember },
  { name: '全体人员', includes: () => true },
  { name: '书记', includes: ({ posts }) => posts.includes('书记') },
  { name: '班子', includes: ({ posts }) => posts.some(isOfficerPost) },
];

/**
 * An organisation with its subtree, and a tag, mean the same people in it as 全体 does: 正式党员 and
 * 预备党员 in any state. What goes to a branch is for its party members, as its 党员大会 is.
 */
function organisationTerm(text: string, roster: Roster): AudienceTerm {
  const { code, name } = findOrganisation(text, roster);
  const codes = new Set(roster.subtree(code).map((organisation) => organisation.code));
  return { name, includes: (person) => isPartyMember(person) && codes.has(person.organisation) };
}

function tagTerm(text: string, roster: Roster): AudienceTerm {
  const tag = findTag(text, roster);
  return { name: `#${tag}`, includes: (person) => isPartyMember(person) && person.tags.includes(tag) };
}

function notATerm(text: string, roster: Roster): string {
  const marked = withMark(text, roster);
  if (marked !== undefined) return `请在前面加上 ${marked.charAt(0)}，例如：${marked}`;
  return `没有看懂发给谁：${quoted(text)}。\n可以写：全体、全体人员、书记、班子、@组织名称、#标签`;
}

/** What was meant, when only the mark in front is missing. */
function withMark(text: string, { organisations, people }: Roster): string | undefined {
  const wanted = comparable(text);
  const organisation = organisations.find(({ name }) => comparable(name) === wanted);
  if (organisation) return `@${organisation.name}`;
  const tag = people.flatMap(({ tags }) => tags).find((known) => comparable(known) === wanted);
  return tag === undefined ? undefined : `#${tag}`;
}
