import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
import type { Case } from './case.ts';
import { stateOf } from './case-state.ts';
import { peopleAt, placesOf } from './who-acts.ts';

/** Those who act in the step a case is in, each once; nobody when it is closed. */
export function waitingFor(found: Case, roster: Roster): readonly Person[] {
  const { step, done } = stateOf(found);
  if (step === undefined) return [];
  const places = placesOf(step.by, found.start, roster, done);
  return [...new Set(places.flatMap((place) => peopleAt(place, roster)))];
}
