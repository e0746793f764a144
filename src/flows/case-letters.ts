import type { Card } from '../chat/card.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Person } from '../roster/roster.ts';
import type { OpenCase } from './case-index.ts';
import { stateOf } from './case-state.ts';
import type { CaseSurroundings } from './case-surroundings.ts';
import type { Case } from './case.ts';
import { handedOverCard, lateCard, reminderCard } from './reminder-cards.ts';
import { timersOf } from './timers.ts';
import { peopleAt, placeKey, placesOf } from './who-acts.ts';

/** One thing to be written about a case. */
export interface CaseLetter {
  /** `case-<number>-<entries>-<what>`: what is waiting under it is of no use when another entry has come. */
  readonly subject: string;
  readonly people: readonly Person[];
  readonly card: Card;
}

/**
 * What is to be written about a case by today: what fell due since it was listed last, and word to those who
 * take it over. One letter to a person, also after days without a round.
 *
 * @param listed how the index lists it, from before today's round
 */
export function lettersOf(found: Case, listed: OpenCase, around: CaseSurroundings): readonly CaseLetter[] {
  const { roster, today, calendar } = around;
  const { start, number, entries } = found;
  const state = stateOf(found);
  const { step } = state;
  if (step === undefined) return [];
  const acting = placesOf(step.by, start, roster, state.done);
  const subject = (what: string): string => `case-${number}-${entries.length}-${what}`;

  const due = timersOf(found, state, calendar).filter(
    ({ on }) => listed.nextOn !== undefined && on >= listed.nextOn && on <= today,
  );
  const letters = due.map(({ on, what, to }): CaseLetter => {
    const places = to === undefined ? acting : placesOf(to, start, roster, state.done);
    const isActing = places.every((place) => acting.some((one) => placeKey(one) === placeKey(place)));
    const isTold = what.kind === 'overdue' && !isActing;
    const occasion = what.kind === 'again' ? what.action : isTold ? 'told' : what.kind;
    return {
      // A letter of its own for each card: whoever acts and whoever is told may be written to on one day.
      subject: subject(`${occasion}-${on}`),
      people: reminded(places.flatMap((place) => peopleAt(place, roster))),
      card: isTold ? lateCard(found, around) : reminderCard(found, what, around),
    };
  });
  const taken = acting.filter((place) => !listed.places.includes(placeKey(place)));
  if (taken.length > 0) {
    const people = reminded(taken.flatMap((place) => peopleAt(place, roster)));
    letters.push({ subject: subject('taken'), people, card: handedOverCard(found, around) });
  }
  return oneEach(letters);
}

/** What a letter's subject says: how many things had been done with which case. */
export function caseOfLetter(
  subject: string,
): { readonly number: number; readonly entries: number } | undefined {
  const [, number, entries] = /^case-(\d+)-(\d+)-/u.exec(subject) ?? [];
  return number === undefined ? undefined : { number: Number(number), entries: Number(entries) };
}

/** Of several to one person the last one counts. */
function oneEach(letters: readonly CaseLetter[]): readonly CaseLetter[] {
  const last = new Map(letters.flatMap((letter) => letter.people.map((person) => [person, letter] as const)));
  return letters
    .map((letter) => ({ ...letter, people: letter.people.filter((person) => last.get(person) === letter) }))
    .filter(({ people }) => people.length > 0);
}

function reminded(people: readonly Person[]): readonly Person[] {
  return [...new Set(people)].filter((person) => !sparedFromReminders(person));
}
