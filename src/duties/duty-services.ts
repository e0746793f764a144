import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { DutyInForce } from '../library/duty-standard.ts';
import type { TakeBack } from '../undo/undo.ts';
import { createBasis } from './basis.ts';
import { createDutyBook, type DutyBookParts } from './duty-book.ts';
import type { DutyDaysStore } from './duty-days-store.ts';
import type { DutyStore } from './duty-store.ts';
import { createDutyRegistrations, type DutyRegistrations } from './duty-registrations.ts';
import { createDuties, type Duties } from './duties.ts';
import { createTakeBackDuty } from './take-back-duty.ts';

/** What handlers, jobs and other domains may use of duties. */
export interface DutyServices {
  readonly duties: Duties;
  readonly dutyRegistrations: DutyRegistrations;
  /** 依据: the duty of a line of the list that was shown last, or the one that is named. Throws a Refusal. */
  dutyBasis(turn: Turn, typed: string): Promise<DutyInForce>;
}

export interface DutyServiceParts extends DutyBookParts {
  readonly store: DutyStore;
  readonly days: DutyDaysStore;
  readonly desks: Desks;
}

export function createDutyServices(
  given: DutyServiceParts,
): DutyServices & { readonly takeBackDuty: TakeBack } {
  const parts = { ...given, book: createDutyBook(given) };
  return {
    duties: createDuties(parts),
    dutyRegistrations: createDutyRegistrations(parts),
    dutyBasis: createBasis(parts),
    takeBackDuty: createTakeBackDuty(parts),
  };
}
