import type { Period } from '../library/duty-pace.ts';
import type { Turn } from '../chat/turn.ts';
import type { Organisation } from '../roster/roster.ts';
import type { DutyBook } from './duty-book.ts';
import { byDue, isMet, type Obligation } from './obligation.ts';
import { quarterOf } from './quarter.ts';
import { withGroups } from './with-groups.ts';

/** 还差什么: what the officer's own organisation has to do this quarter. */
export interface OwnDuties {
  readonly organisation: Organisation;
  readonly quarter: Period;
  /** Begun and not met, what is over first on top. */
  readonly open: readonly Obligation[];
  /** How many have begun, and how many of them are met. */
  readonly begun: number;
  readonly met: number;
}

/** The duties of one organisation on a day; those of its groups are counted in with a branch. */
export async function dutiesOf(
  book: Pick<DutyBook, 'read'>,
  { roster, today }: Pick<Turn, 'roster' | 'today'>,
  organisation: Organisation,
): Promise<OwnDuties> {
  const quarter = quarterOf(today);
  const groups = roster.subtree(organisation.code).filter(({ kind }) => kind === '党小组');
  const organisations = organisation.kind === '党支部' ? [organisation, ...groups] : [organisation];
  const [own = [], ...ofGroups] = await book.read({ roster, organisations, today, stretch: quarter });
  const begun = withGroups(own, ofGroups).filter(({ opens }) => opens <= today);
  const open = begun.filter((obligation) => !isMet(obligation)).toSorted(byDue);
  return { organisation, quarter, open, begun: begun.length, met: begun.length - open.length };
}
