import { countInvited } from '../meetings/invitation.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import { rollFigures, type RollFigures } from './roll-figures.ts';
import type { RollLine } from './roll.ts';

/** What became of those who were invited out of one branch. */
export interface UnitRoll {
  /** `undefined`: those who have left the roster since and are still on the roll. */
  readonly branch: Organisation | undefined;
  readonly figures: RollFigures;
}

/** A roll by branch, in the order of the roster; people above any branch count for their own organisation. */
export function rollByBranch(lines: readonly RollLine[], roster: Roster): readonly UnitRoll[] {
  const linesOf = new Map<string, RollLine[]>();
  for (const line of lines) {
    const branch = roster.find(line.userid)?.branch.code ?? '';
    const others = linesOf.get(branch);
    if (others === undefined) linesOf.set(branch, [line]);
    else others.push(line);
  }
  return [...roster.organisations, undefined].flatMap((branch) => {
    const own = linesOf.get(branch?.code ?? '');
    return own === undefined
      ? []
      : [{ branch, figures: rollFigures({ invited: countInvited(own) }, own, []) }];
  });
}
