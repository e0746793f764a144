import type { Library } from '../library/library.ts';
import { createGreetings, type GreetingParts, type Greetings } from './greetings.ts';
import {
  createIntegrityReminder,
  type IntegrityReminder,
  type IntegrityReminderParts,
} from './integrity-reminder.ts';

/** What certain days bring. */
export interface Occasions {
  readonly greetings: Greetings;
  readonly integrityReminder: IntegrityReminder;
}

export type OccasionParts = Omit<GreetingParts & IntegrityReminderParts, 'text' | 'calendars'>;

export function createOccasions(parts: OccasionParts, { calendars, messages }: Library): Occasions {
  return {
    greetings: createGreetings({ ...parts, text: messages.greeting }),
    integrityReminder: createIntegrityReminder({ ...parts, calendars, text: messages.integrity }),
  };
}
