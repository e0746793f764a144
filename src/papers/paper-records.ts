import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';
import { eachSheet } from './each-sheet.ts';
import type { PaperDiary } from './paper-diary-store.ts';
import type { PaperStore } from './paper-store.ts';
import { daysOfAnswers } from './publishing.ts';
import type { SheetStore } from './sheet-store.ts';
import type { Sheet } from './sheet.ts';

/** What is stored of people's tests, for the person and for retention (domain §11.2). */
export interface PaperRecords {
  of(userid: string): Promise<StoredPapers>;
  /** States that the single answers of everything a person has handed in are forgotten; the totals stay. */
  forgetAnswers(work: UnitOfWork, userid: string): Promise<void>;
  /** States that everything of a person is forgotten. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /** Forgets the single answers of tries that were handed in 90 days before this day, or earlier. */
  clearAnswers(today: LocalDate, userids: readonly string[]): Promise<void>;
}

export interface StoredPapers {
  /** Tests handed in at least once. */
  readonly taken: number;
  /** Of those, how many with single answers. */
  readonly withAnswers: number;
}

export interface PaperRecordParts {
  readonly store: Pick<PaperStore, 'latest'>;
  readonly diary: Pick<PaperDiary, 'withAnswers' | 'noteCleared'>;
  readonly sheets: SheetStore;
  readonly zone: Zone;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createPaperRecords({ store, diary, sheets, zone, commit }: PaperRecordParts): PaperRecords {
  return {
    async of(userid) {
      const all = await Promise.all((await numbers()).map((number) => sheets.sheet(number, userid)));
      const taken = all.filter(({ results }) => results.length > 0);
      const withAnswers = taken.filter(({ results }) => results.some(({ items }) => items !== undefined));
      return { taken: taken.length, withAnswers: withAnswers.length };
    },
    async forgetAnswers(work, userid) {
      for (const number of await numbers()) {
        stateForgotten(work, await sheets.sheet(number, userid), Number.POSITIVE_INFINITY);
      }
    },
    async forget(work, userid) {
      sheets.forget(work, userid, await numbers());
    },
    async clearAnswers(today, userids) {
      const before = zone.instantOf(addDays(today, -daysOfAnswers), 0);
      for (const number of await diary.withAnswers()) {
        for await (const sheet of eachSheet(sheets, number, userids)) {
          const work = createUnitOfWork();
          stateForgotten(work, sheet, before);
          // When it changed meanwhile, the next night forgets it.
          if (work.writes.length > 0) await commit(work);
        }
      }
      await diary.noteCleared(zone.instantOf(today, 0));
    },
  };

  function stateForgotten(work: UnitOfWork, sheet: Sheet, before: number): void {
    for (const { items, ...total } of sheet.results) {
      if (items !== undefined && total.handedInAt < before) sheets.revise(work, sheet, total);
    }
  }

  async function numbers(): Promise<readonly number[]> {
    return Array.from({ length: await store.latest() }, (_, index) => index + 1);
  }
}
