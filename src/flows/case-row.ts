import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { takenBack, type Case } from './case.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';
import { stateOf } from './case-state.ts';
import { nextTimerOn } from './timers.ts';
import { placeKey, placesOf } from './who-acts.ts';

/**
 * How the index lists a case as it is now.
 *
 * @param after only what is due after this day is still to come
 */
export function rowOf(
  found: Case,
  roster: Roster,
  calendar: WorkCalendar,
  after: LocalDate,
): OpenCase | ClosedCase {
  const { flow, start, entries } = found;
  const state = stateOf(found);
  const row = { flow: flow.id, begunOn: start.at.date, from: start.from };
  if (state.step === undefined) {
    const how = state.last?.action ?? takenBack;
    return { state: 'closed', ...row, closedOn: state.since.date, keepMonths: flow.keepMonths, how };
  }
  const places = placesOf(state.step.by, start, roster, state.done).map(placeKey);
  const nextOn = nextTimerOn(found, state, calendar, after);
  return {
    state: 'open',
    ...row,
    ...(nextOn === undefined ? {} : { nextOn }),
    entries: entries.length,
    places: [...new Set(places)],
  };
}
