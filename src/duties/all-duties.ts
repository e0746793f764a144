import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { scopeOf } from '../hours/scope.ts';
import type { Period } from '../library/duty-pace.ts';
import type { Organisation } from '../roster/roster.ts';
import type { DutyBook } from './duty-book.ts';
import { ownDutiesOf, type OwnDuties } from './own-duties.ts';
import { quarterOf } from './quarter.ts';

/** 还差什么 全部: the organisations an officer answers for, never persons. */
export interface AllDuties {
  readonly top: Organisation;
  readonly quarter: Period;
  /** The officer's own organisation. */
  readonly own: OwnDuties;
  /** Those below, in the order of the roster; the duties of 党小组 are counted in with their branch. */
  readonly below: readonly OwnDuties[];
}

/** Throws a Refusal for an officer who answers for one organisation only. */
export async function readAllDuties(book: Pick<DutyBook, 'read'>, turn: Turn): Promise<AllDuties> {
  const top = scopeOf(turn);
  const below = turn.roster
    .subtree(top.code)
    .filter(({ code, kind }) => code !== top.code && kind !== '党小组');
  if (below.length === 0) {
    throw new Refusal(`您这里负责的只有${top.name}。看它还差什么，发“还差什么”。`);
  }
  const [own, ...others] = await ownDutiesOf(book, turn, [top, ...below]);
  if (own === undefined) throw new TypeError('an organisation without an answer');
  return { top, quarter: quarterOf(turn.today), own, below: others };
}
