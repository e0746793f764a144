import type { Desks } from '../chat/desk-store.ts';
import type { HoursRules } from '../library/hours-rules.ts';
import type { TakeBack } from '../undo/undo.ts';
import { createHours, type Hours } from './hours.ts';
import type { HoursStore } from './hours-store.ts';
import { createRegistrations, type Registrations } from './registrations.ts';
import { takenBackText } from './registration-text.ts';
import { createTakeBackHours } from './taking-back.ts';

/** What handlers and other domains may use of the ledger. */
export interface HoursServices {
  readonly hours: Hours;
  readonly hoursRegistrations: Registrations;
}

export interface HoursParts {
  readonly rules: HoursRules;
  readonly store: HoursStore;
  readonly desks: Desks;
}

export function createHoursServices(parts: HoursParts): HoursServices & { readonly takeBackHours: TakeBack } {
  const takeBack = createTakeBackHours(parts);
  return {
    hours: createHours(parts),
    hoursRegistrations: createRegistrations(parts),
    takeBackHours: async (turn) => takenBackText(await takeBack(turn), turn),
  };
}
