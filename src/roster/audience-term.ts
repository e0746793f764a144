import { audienceNouns } from './audience-words.ts';
import { cleanCode } from './clean-text.ts';
import { comparable } from './comparable.ts';
import { findOrganisation } from './find-organisation.ts';
import { findTag } from './find-tag.ts';
import { isPartyMember } from './party-member.ts';
import { peopleCalled } from './people-called.ts';
import { quoted } from '../wording/quoted.ts';
import { isOfficerPost, isSecretary } from './role.ts';
import type { Roster } from './roster-view.ts';
import type { Person } from './roster.ts';
import { theOneCalled } from './the-one-called.ts';

/** One way to say who is meant: a word, an @组织, a #标签 or a person. */
export interface AudienceTerm {
  /** As people call it: `全体`, `机关一支部`, `#青年`, `张三`. */
  readonly name: string;
  /** Means the same when names have changed: `@A1`, an account. */
  readonly lasting: string;
  readonly includes: (person: Person) => boolean;
}

/**
 * Reads 全体, 全体人员, 书记, 班子, @组织 (name, code, or a part of the name that only one has), #标签, or a
 * person's name or account. Throws a Refusal that says what could have been meant.
 */
export function audienceTerm(words: string, roster: Roster): AudienceTerm {
  const text = cleanCode(words);
  const noun = audienceNouns.find((name) => name === comparable(text));
  if (noun !== undefined) return { name: noun, lasting: noun, includes: meaning[noun] };
  if (text.startsWith('@')) return organisationTerm(text.slice(1), roster);
  if (text.startsWith('#')) return tagTerm(text.slice(1), roster);
  // Without its mark the whole name of an organisation or a tag is as clear.
  const marked = peopleCalled(text, roster.people).length === 0 ? withMark(text, roster) : undefined;
  return marked === undefined ? personTerm(text, roster) : audienceTerm(marked, roster);
}

/** Contract §4. */
const meaning: Readonly<Record<(typeof audienceNouns)[number], (person: Person) => boolean>> = {
  全体: isPartyMember,
  全体人员: () => true,
  书记: isSecretary,
  班子: ({ posts }) => posts.some(isOfficerPost),
};

/**
 * An organisation with its subtree, and a tag, mean the same people in it as 全体 does: 正式党员 and
 * 预备党员 in any state. What goes to a branch is for its party members, as its 党员大会 is.
 */
function organisationTerm(text: string, roster: Roster): AudienceTerm {
  const { code, name } = findOrganisation(text, roster);
  const codes = new Set(roster.subtree(code).map((organisation) => organisation.code));
  const includes = (person: Person): boolean => isPartyMember(person) && codes.has(person.organisation);
  return { name, lasting: `@${code}`, includes };
}

function tagTerm(text: string, roster: Roster): AudienceTerm {
  const tag = findTag(text, roster);
  const includes = (person: Person): boolean => isPartyMember(person) && person.tags.includes(tag);
  return { name: `#${tag}`, lasting: `#${tag}`, includes };
}

/** Whoever is named is meant, party member or not. */
function personTerm(text: string, roster: Roster): AudienceTerm {
  const person = theOneCalled(text, roster.people, roster, () => notATerm(text));
  return {
    name: person.name,
    lasting: person.userid,
    includes: ({ userid }) => userid === person.userid,
  };
}

function notATerm(text: string): string {
  return `没有看懂发给谁：${quoted(text)}。\n可以写：全体、全体人员、书记、班子、@组织名称、#标签、姓名，或存好的名单`;
}

/** An organisation or a tag that is called so as a whole, with the mark that was left out. */
function withMark(text: string, { organisations, people }: Roster): string | undefined {
  const wanted = comparable(text);
  const organisation = organisations.find(({ name }) => comparable(name) === wanted);
  if (organisation) return `@${organisation.name}`;
  const tag = people.flatMap(({ tags }) => tags).find((known) => comparable(known) === wanted);
  return tag === undefined ? undefined : `#${tag}`;
}
