import type { Period } from '../library/duty-pace.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { DutyBook } from './duty-book.ts';
import { byDue, isMet, type Obligation } from './obligation.ts';
import { quarterOf } from './quarter.ts';
import { withGroups } from './with-groups.ts';

/** What one organisation has to do this quarter; the duties of its groups are counted in with a branch. */
export interface OwnDuties {
  readonly organisation: Organisation;
  readonly quarter: Period;
  /** Begun and not met, what is over first on top. */
  readonly open: readonly Obligation[];
  /** How many have begun, and how many of them are met. */
  readonly begun: number;
  readonly met: number;
}

/** The duties of each of these organisations on a day, in their order. */
export async function ownDutiesOf(
  book: Pick<DutyBook, 'read'>,
  { roster, today }: { readonly roster: Roster; readonly today: LocalDate },
  organisations: readonly Organisation[],
): Promise<readonly OwnDuties[]> {
  const quarter = quarterOf(today);
  const bearers = organisations.map((organisation) => [organisation, ...groupsOf(organisation, roster)]);
  const read = await book.read({ roster, organisations: bearers.flat(), today, stretch: quarter });

  let start = 0;
  return organisations.map((organisation, index) => {
    const end = start + (bearers[index]?.length ?? 0);
    const [own = [], ...ofGroups] = read.slice(start, end);
    start = end;
    const begun = withGroups(own, ofGroups).filter(({ opens }) => opens <= today);
    const open = begun.filter((obligation) => !isMet(obligation)).toSorted(byDue);
    return { organisation, quarter, open, begun: begun.length, met: begun.length - open.length };
  });
}

/** Those of one organisation. */
export async function ownDuties(
  book: Pick<DutyBook, 'read'>,
  around: { readonly roster: Roster; readonly today: LocalDate },
  organisation: Organisation,
): Promise<OwnDuties> {
  const [own] = await ownDutiesOf(book, around, [organisation]);
  if (own === undefined) throw new TypeError('an organisation without an answer');
  return own;
}

function groupsOf({ code, kind }: Organisation, roster: Roster): readonly Organisation[] {
  return kind === '党支部' ? roster.subtree(code).filter((below) => below.kind === '党小组') : [];
}
