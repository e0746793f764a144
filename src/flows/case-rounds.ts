import type { Automatic } from '../automatic/automatic.ts';
import type { AutomaticPart } from '../automatic/automatic-part.ts';
import type { Card } from '../chat/card.ts';
import type { Log } from '../log.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { OpenCase } from './case-index.ts';
import { rowOf } from './case-row.ts';
import { stateOf } from './case-state.ts';
import type { CaseStore, StoredCase } from './case-store.ts';
import { handedOverCard, lateCard, reminderCard } from './reminder-cards.ts';
import { timersOf } from './timers.ts';
import { peopleAt, placeKey, placesOf } from './who-acts.ts';

/** The daily look at all open cases. */
export interface CaseRounds {
  /**
   * Lets everything wait for its time that is to be written by this day: reminders to whoever acts, word
   * of what is late to whom the flow names; and hands the cases of people who left to the officers. Can be
   * run again.
   */
  go(at: number): Promise<void>;
  /** Who would be written to; changes nothing. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
  /** Of these automatic parts, those whose case is still as it was. */
  stillNeeded(parts: readonly AutomaticPart[]): Promise<readonly AutomaticPart[]>;
}

export interface CaseRoundParts {
  readonly store: CaseStore;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly post: Post;
  readonly automatic: Pick<Automatic, 'add'>;
  readonly log: Log;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createCaseRounds(parts: CaseRoundParts): CaseRounds {
  const { store, calendar, zone, post, automatic, log, commit } = parts;

  return {
    async go(at) {
      const { date: today } = zone.localAt(at);
      await eachOpen(today, async (stored, row, letters) => {
        const work = createUnitOfWork();
        store.move(work, stored, row);
        await write(work, letters, today, at);
        // When somebody acted meanwhile, nothing of it is needed any more.
        await commit(work);
      });
    },
    async planned(at) {
      const planned: { readonly userid: string; readonly what: string }[] = [];
      await eachOpen(zone.localAt(at).date, async (_stored, _row, letters) => {
        for (const { people, card } of letters) {
          planned.push(...people.map(({ userid }) => ({ userid, what: card.title })));
        }
      });
      return planned;
    },
    async stillNeeded(waiting) {
      const numbers = waiting.flatMap(({ subject }) => subjectForm.exec(subject)?.[1] ?? []).map(Number);
      if (numbers.length === 0) return waiting;
      const open = await store.openAmong([...new Set(numbers)]);
      return waiting.filter(({ subject }) => {
        const [, number, entries] = subjectForm.exec(subject) ?? [];
        return number === undefined || open.get(Number(number))?.entries === Number(entries);
      });
    },
  };

  /** Calls `take` with every case for which something is to be written or noted. */
  async function eachOpen(
    today: LocalDate,
    take: (stored: StoredCase, row: OpenCase, letters: readonly CaseLetter[]) => Promise<void>,
  ): Promise<void> {
    const roster = await parts.roster();
    const numbers = [...(await store.allOpen()).keys()];
    for (let start = 0; start < numbers.length; start += perTrip) {
      const wanted = numbers.slice(start, start + perTrip);
      const cases = await store.findOpen(wanted);
      await reportUnreadable(wanted.filter((number) => !cases.some(({ found }) => found.number === number)));
      for (const stored of cases) {
        const row = rowOf(stored.found, roster, calendar, today);
        if (row.state === 'closed' || stored.row === undefined) continue;
        const letters = lettersOf(stored, stored.row, row, { roster, today, calendar });
        if (letters.length > 0 || row.nextOn !== stored.row.nextOn) await take(stored, row, letters);
      }
    }
  }

  /** Those of these cases that are listed as open all the same are damaged. */
  async function reportUnreadable(numbers: readonly number[]): Promise<void> {
    const open = [...(await store.openAmong(numbers)).keys()];
    if (open.length === 0) return;
    log.error(
      { cases: open },
      'cases cannot be read, and nobody is reminded of them: restore them from a backup',
    );
  }

  async function write(
    work: StatedWork,
    letters: readonly CaseLetter[],
    today: LocalDate,
    at: number,
  ): Promise<void> {
    for (const { subject, people, card } of letters) {
      const userids = people.map(({ userid }) => userid);
      const addressees = await post.address(userids, 'automatic', at);
      const name = `${today} ${subject}`;
      const due = addressees.flatMap(({ userid, due: when }) =>
        when === undefined ? [] : [{ userid, subject, due: when, card: name }],
      );
      automatic.add(work, due, new Map([[name, card]]));
    }
  }
}

/** One thing to be written about a case. */
interface CaseLetter {
  /** `case-<number>-<entries>-<what>`: what is waiting under it is of no use when another entry has come. */
  readonly subject: string;
  readonly people: readonly Person[];
  readonly card: Card;
}

const subjectForm = /^case-(\d+)-(\d+)-/u;

/** Keeps other turns waiting for some ten milliseconds at most. */
const perTrip = 200;

function lettersOf(
  { found }: StoredCase,
  before: OpenCase,
  row: OpenCase,
  around: { readonly roster: Roster; readonly today: LocalDate; readonly calendar: WorkCalendar },
): readonly CaseLetter[] {
  const { roster, today, calendar } = around;
  const { start, number, entries } = found;
  const state = stateOf(found);
  const { step } = state;
  if (step === undefined) return [];
  const acting = placesOf(step.by, start, roster, state.done);
  const subject = (what: string): string => `case-${number}-${entries.length}-${what}`;

  const due = timersOf(found, state, calendar).filter(
    ({ on }) => before.nextOn !== undefined && on >= before.nextOn && on <= today,
  );
  const letters = due.map(({ on, what, to }): CaseLetter => {
    const places = to === undefined ? acting : placesOf(to, start, roster, state.done);
    const isActing = places.every((place) => acting.some((one) => placeKey(one) === placeKey(place)));
    return {
      subject: subject(`${what.kind === 'again' ? what.action : what.kind}-${on}`),
      people: reminded(places.flatMap((place) => peopleAt(place, roster))),
      card:
        what.kind === 'overdue' && !isActing ? lateCard(found, around) : reminderCard(found, what, around),
    };
  });
  const taken = acting.filter((place) => !before.places.includes(placeKey(place)));
  if (taken.length > 0) {
    const people = reminded(taken.flatMap((place) => peopleAt(place, roster)));
    letters.push({ subject: subject('taken'), people, card: handedOverCard(found, around) });
  }
  return oneEach(letters);
}

/** Nobody gets two letters about one case at once, also after days without a round: the last one counts. */
function oneEach(letters: readonly CaseLetter[]): readonly CaseLetter[] {
  const last = new Map(letters.flatMap((letter) => letter.people.map((person) => [person, letter] as const)));
  return letters
    .map((letter) => ({ ...letter, people: letter.people.filter((person) => last.get(person) === letter) }))
    .filter(({ people }) => people.length > 0);
}

function reminded(people: readonly Person[]): readonly Person[] {
  return [...new Set(people)].filter((person) => !sparedFromReminders(person));
}
