import { fewestPeople } from '../hours/fewest-people.ts';
import type { Obligation } from './obligation.ts';

/** Whether how far it is would tell an officer above how far a certain person is. */
export function tellsOfSomebody({ share }: Obligation): boolean {
  return share?.of === '人' && share.whole < fewestPeople;
}
