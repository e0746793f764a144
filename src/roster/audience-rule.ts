import { lastingAudience } from './lasting-audience.ts';
import type { Person } from './roster.ts';

/** Who is meant, apart from how many that are now. */
export interface AudienceRule extends RulePart {
  /** What was named, at least one; a single term has itself. */
  readonly included: readonly RulePart[];
  readonly excepted: readonly RulePart[];
}

/** One term, or several under one name. */
export interface RulePart {
  /** As people call it: `全体`, `机关党委、#青年（除机关一支部）`. */
  readonly name: string;
  /** For keeping: means the same when names have changed and lists were deleted. `storedRule` reads it. */
  readonly lasting: string;
  readonly includes: (person: Person) => boolean;
}

/** Whoever is in one of the first and in none of the second. */
export function joinedRule(included: readonly RulePart[], excepted: readonly RulePart[]): AudienceRule {
  const lastingOf = (parts: readonly RulePart[]): readonly string[] => parts.map(({ lasting }) => lasting);
  return {
    name: `${namesOf(included)}${excepted.length === 0 ? '' : `（除${namesOf(excepted)}）`}`,
    lasting: lastingAudience({ of: lastingOf(included), except: lastingOf(excepted) }),
    included,
    excepted,
    includes: (person) =>
      included.some((part) => part.includes(person)) && !excepted.some((part) => part.includes(person)),
  };
}

/** `机关党委、#青年`, each once. */
export function namesOf(parts: readonly RulePart[]): string {
  return [...new Set(parts.map(({ name }) => name))].join('、');
}
