import type { Organisation } from '../roster/roster.ts';
import type { Roster } from '../roster/roster-view.ts';
import { receiptFigures, type ReceiptFigures, type ReceiptState } from './receipt.ts';

/** What became of the recipients in one branch. */
export interface BranchReceipts {
  /** `undefined`: those who have left the roster since. */
  readonly branch: Organisation | undefined;
  readonly figures: ReceiptFigures;
}

/**
 * Receipts by branch (contract §4, 回执): people above any branch count for their own organisation. In
 * the order of the roster, branches without a recipient left out. `states`: by userid in lower case.
 */
export function receiptsByBranch(
  roster: Roster,
  states: ReadonlyMap<string, ReceiptState>,
): readonly BranchReceipts[] {
  const statesOf = new Map<string, ReceiptState[]>();
  for (const [userid, state] of states) {
    const branch = roster.find(userid)?.branch.code ?? '';
    const others = statesOf.get(branch);
    if (others === undefined) statesOf.set(branch, [state]);
    else others.push(state);
  }
  return [...roster.organisations, undefined].flatMap((branch) => {
    const own = statesOf.get(branch?.code ?? '');
    return own === undefined ? [] : [{ branch, figures: receiptFigures(own) }];
  });
}
