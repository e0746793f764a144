import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import { addMonths, type LocalDate } from '../time/local-date.ts';
import type { CaseStore } from './case-store.ts';

/** What is stored about people in cases, and how it is forgotten (domain §11.2). */
export interface CaseRecords {
  /** In how many cases an account occurs. */
  count(userid: string): Promise<number>;
  /**
   * States that an account is forgotten: cases about that person are deleted, tasks and everything else stay
   * with the organisation, without the account.
   */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /** Deletes the closed cases whose time is over. Can be done again. */
  clear(today: LocalDate): Promise<void>;
}

export function createCaseRecords({
  store,
  commit,
}: {
  readonly store: CaseStore;
  commit(work: StatedWork): Promise<number | undefined>;
}): CaseRecords {
  return {
    count: async (userid) => (await store.ofPerson(userid)).length,
    async forget(work, userid) {
      for (const stored of await store.findEach(await store.ofPerson(userid))) {
        const { flow, start } = stored.found;
        if (start.subject === userid && flow.kind === 'case') store.remove(work, stored);
        else store.redact(work, stored, userid);
      }
      store.forgetPerson(work, userid);
    },
    async clear(today) {
      const closed = [...(await store.allClosed())];
      const over = closed.filter(([, row]) => addMonths(row.closedOn, row.keepMonths) < today);
      for (const stored of await store.findEach(over.map(([number]) => number))) {
        const work = createUnitOfWork();
        store.remove(work, stored);
        await commit(work);
      }
    },
  };
}
