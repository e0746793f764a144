import type { Automatic } from '../automatic/automatic.ts';
import type { AutomaticPart } from '../automatic/automatic-part.ts';
import type { Log } from '../log.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { OpenCase } from './case-index.ts';
import { caseOfLetter, lettersOf, type CaseLetter } from './case-letters.ts';
import { rowOf } from './case-row.ts';
import type { CaseStore, StoredCase } from './case-store.ts';

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
      const numbers = waiting.flatMap(({ subject }) => caseOfLetter(subject)?.number ?? []);
      if (numbers.length === 0) return waiting;
      const open = await store.openAmong([...new Set(numbers)]);
      return waiting.filter(({ subject }) => {
        const about = caseOfLetter(subject);
        return about === undefined || open.get(about.number)?.entries === about.entries;
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
        const letters = lettersOf(stored.found, stored.row, { roster, today, calendar });
        // Also where nobody is to be written to, it has to be found where it waits now.
        const isElsewhere =
          row.nextOn !== stored.row.nextOn || row.places.join() !== stored.row.places.join();
        if (letters.length > 0 || isElsewhere) await take(stored, row, letters);
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

/** Keeps other turns waiting for some ten milliseconds at most. */
const perTrip = 200;
