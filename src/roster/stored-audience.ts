import { Refusal } from '../errors.ts';
import { joinedRule, type AudienceRule, type RulePart } from './audience-rule.ts';
import { audienceTerm } from './audience-term.ts';
import { joinedAudience } from './lasting-audience.ts';
import type { Roster } from './roster-view.ts';

/** A rule that was kept, by the roster of now. */
export interface StoredRule extends AudienceRule {
  /** Organisations, tags and people that the roster no longer has: they mean nobody. */
  readonly missing: readonly string[];
}

/** Reads `AudienceRule.lasting` back. */
export function storedRule(lasting: string, roster: Roster): StoredRule {
  const missing: string[] = [];
  return { ...ruleOf(lasting), missing };

  function ruleOf(text: string): AudienceRule {
    const joined = joinedAudience(text);
    if (joined === undefined) return joinedRule([partOf(text)], []);
    return joinedRule(joined.of.map(ruleOf), joined.except.map(ruleOf));
  }

  function partOf(text: string): RulePart {
    try {
      return audienceTerm(text, roster);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      missing.push(text);
      return { name: text, lasting: text, includes: () => false };
    }
  }
}
