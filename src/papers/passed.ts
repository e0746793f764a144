import type { Hours } from '../hours/hours.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { isPassed, type Paper } from './paper.ts';

/**
 * States the credit hours for a paper that was passed (domain §5). They belong to the day on which its
 * window begins: so they count once, however often and whenever it is passed.
 */
export function creditPassed(
  hours: Pick<Hours, 'credit'>,
  work: UnitOfWork,
  userid: string,
  { paper, right }: { readonly paper: Paper; readonly right: number },
): void {
  if (!isPassed(right, paper)) return;
  hours.credit(work, userid, {
    event: { kind: 'paper', number: paper.number },
    category: '测试',
    on: paper.from,
    amount: { unit: 'each', count: 1 },
  });
}
