import type { ToDoSource } from '../brief/to-do.ts';
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
import { createDutyRecords, type DutyRecords } from './duty-records.ts';
import { createDutyReminders, type DutyReminderParts, type DutyReminders } from './duty-reminders.ts';
import { createDutyToDos } from './duty-to-dos.ts';
import type { RemindedStore } from './reminded-store.ts';
import type { ReadYearPart } from '../year-book/year-part.ts';
import { createYearDuties } from './year-duties.ts';
import { createTakeBackDuty } from './take-back-duty.ts';

/** What handlers, jobs and other domains may use of duties. */
export interface DutyServices {
  readonly duties: Duties;
  readonly dutyRegistrations: DutyRegistrations;
  readonly dutyReminders: DutyReminders;
  /** 依据: the duty of a line of the list that was shown last, or the one that is named. Throws a Refusal. */
  dutyBasis(turn: Turn, typed: string): Promise<DutyInForce>;
}

export interface DutyServiceParts extends DutyBookParts, Omit<DutyReminderParts, 'book' | 'days'> {
  readonly store: DutyStore;
  readonly days: DutyDaysStore;
  readonly reminded: RemindedStore;
  readonly desks: Desks;
}

export function createDutyServices(given: DutyServiceParts): DutyServices & {
  readonly takeBackDuty: TakeBack;
  readonly dutyToDos: ToDoSource;
  readonly yearDuties: ReadYearPart;
  readonly dutyRecords: DutyRecords;
} {
  const parts = { ...given, book: createDutyBook(given) };
  return {
    duties: createDuties(parts),
    dutyRegistrations: createDutyRegistrations(parts),
    dutyReminders: createDutyReminders(parts),
    dutyBasis: createBasis(parts),
    dutyToDos: createDutyToDos(parts),
    yearDuties: createYearDuties(parts.book),
    dutyRecords: createDutyRecords(parts),
    takeBackDuty: createTakeBackDuty(parts),
  };
}
