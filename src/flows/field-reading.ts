import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { CaseValues } from './case.ts';

/** What one field is read with. */
export interface FieldReading {
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  /** What the case holds already. */
  readonly known: CaseValues;
  /** Words that no text may hold. */
  readonly never: readonly string[];
}
