import { joinedRule, type AudienceRule, type RulePart } from './audience-rule.ts';
import { audienceTerm } from './audience-term.ts';
import { audienceWords, type TypedTerm } from './audience-words.ts';
import { comparable } from './comparable.ts';
import type { Roster } from './roster-view.ts';
import { storedRule } from './stored-audience.ts';

/** Saved lists: `comparable` name → the name as it was typed, and whom it means. */
export type AudienceLists = ReadonlyMap<string, { readonly name: string; readonly lasting: string }>;

/**
 * Whom people mean by contract §4: 全体, 全体人员, 书记, 班子, @组织, #标签, a name or a saved list, also
 * several of them, and whom not: `@机关党委,#青年 除 @机关一支部`. Throws a Refusal that says which term was
 * not understood and what could have been meant.
 */
export function readAudience(typed: string, roster: Roster, lists: AudienceLists = new Map()): AudienceRule {
  const { included, excepted } = audienceWords(typed);
  const partsOf = (terms: readonly TypedTerm[]): readonly RulePart[] =>
    withNames(terms, roster).map((text) => partCalled(text, roster, lists));
  return joinedRule(partsOf(included.length === 0 ? nothing : included), partsOf(excepted));
}

/** Its refusal says how an audience is written. */
const nothing: readonly TypedTerm[] = [{ text: '', joint: '' }];

function partCalled(text: string, roster: Roster, lists: AudienceLists): RulePart {
  const saved = lists.get(comparable(text));
  if (saved === undefined) return audienceTerm(text, roster);
  const { lasting, includes } = storedRule(saved.lasting, roster);
  return { name: saved.name, lasting, includes };
}

/** Some organisations have a `、` in their name; there it joins no terms. */
function withNames(terms: readonly TypedTerm[], { organisations }: Roster): readonly string[] {
  const names = new Set(organisations.map(({ name }) => comparable(`@${name}`)));
  const texts: string[] = [];
  for (const { text, joint } of terms) {
    const longer = `${texts.at(-1) ?? ''}${joint}${text}`;
    if (joint !== '' && names.has(comparable(longer))) texts.splice(-1, 1, longer);
    else texts.push(text);
  }
  return texts;
}
