import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { DutyStore } from './duty-store.ts';
import type { Fulfilment } from './fulfilment.ts';

/** Which duties were met. What is still open follows from these and the rules in `content/duties/`. */
export interface Duties {
  /**
   * States that an organisation met a duty: to be called when a meeting was held or a test was closed.
   * Stating it again changes nothing. One date may be stated with several evidences; it counts once.
   */
  fulfil(work: UnitOfWork, fulfilment: Fulfilment): void;
  /** States that it was not so after all: the meeting's day was corrected, or 撤销. */
  withdraw(work: UnitOfWork, fulfilment: Fulfilment): void;
}

export function createDuties({ store }: { readonly store: Pick<DutyStore, 'add' | 'remove'> }): Duties {
  return { fulfil: store.add, withdraw: store.remove };
}
