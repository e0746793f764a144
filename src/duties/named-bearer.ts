import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { dutiesInForce, type DutyInForce } from '../library/duty-standard.ts';
import type { DutyRules } from '../library/duty-rules.ts';
import { scopeOf } from '../hours/scope.ts';
import { findOrganisation } from '../roster/find-organisation.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import { concerns } from './condition.ts';
import { namedDuty } from './named-duty.ts';

/** A duty somebody named, and the organisation of the officer's that has it. */
export interface NamedBearer {
  readonly organisation: Organisation;
  readonly duty: DutyInForce;
}

/** A whole line that is right, with the title in the place of what was typed. */
export type Example = (right: {
  readonly title: string;
  readonly organisation?: string;
  readonly day?: LocalDate;
}) => string;

/**
 * The duty that is meant, of the officer's own organisation or of the one named, which has to be among the
 * officer's own. A duty of 党小组 is that of the branch's only group, else the group is asked for.
 */
export function namedBearer(
  turn: Turn,
  rules: DutyRules,
  typed: { readonly duty: string; readonly organisation: string | undefined },
  example: Example,
): NamedBearer {
  const { roster, today } = turn;
  const organisation = ownOrganisation(turn, typed.organisation);
  const groups =
    organisation.kind === '党支部'
      ? roster.subtree(organisation.code).filter(({ kind }) => kind === '党小组')
      : [];
  const candidates = [organisation, ...groups];
  const duties = dutiesInForce(rules, today).filter(({ rule }) =>
    candidates.some((candidate) => concerns(rule, candidate, roster)),
  );
  if (duties.length === 0) throw new Refusal(`${organisation.name}没有要登记的事。`);

  const duty = namedDuty(typed.duty, duties, (title) => example({ title }));
  const [bearer, second] = candidates.filter((candidate) => concerns(duty.rule, candidate, roster));
  if (bearer === undefined || second !== undefined) {
    const { title } = duty.rule;
    const right = { title, ...(bearer === undefined ? {} : { organisation: bearer.name }) };
    throw new Refusal(`有 ${groups.length} 个党小组，请写是哪一个。${example(right)}`);
  }
  return { organisation: bearer, duty };
}

/** The officer's organisation, or one below it that was named. Throws a Refusal for another's. */
export function ownOrganisation(turn: Turn, typed: string | undefined): Organisation {
  if (typed === undefined) return scopeOf(turn);
  const named = findOrganisation(typed, turn.roster);
  if (turn.roster.scopeOf(turn.member).some(({ code }) => code === named.code)) return named;
  throw new Refusal(`${named.name}不归您这里登记。${scopeOf(turn).name}和下面的组织可以登记。`);
}
