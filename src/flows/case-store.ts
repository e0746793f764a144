import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Case, CaseEntry, CaseStart } from './case.ts';
import { readEntry, readStart, textOfEntry, textOfStart } from './case-form.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';
import { createCaseIndexStore, type CaseIndex } from './case-index-store.ts';
import { createFlowVersionStore } from './flow-version-store.ts';

/*
 * Keys. A number is never used twice; everything else of a case goes when it was kept long enough.
 *   cases           string  the number of the latest case
 *   case:<number>   list    how it was begun, then what was done with it, see case-form.ts; only added to,
 *                           but for accounts that are forgotten. A damaged case counts as not there.
 * and those of case-index-store.ts and flow-version-store.ts.
 */
export interface CaseStore extends CaseIndex {
  latest(): Promise<number>;
  find(number: number): Promise<StoredCase | undefined>;
  /** Those of these cases that are there, in their order. Takes one trip to Redis, however many. */
  findEach(numbers: readonly number[]): Promise<readonly StoredCase[]>;
  /** The same of those that are open, in two trips; the others are not read. */
  findOpen(numbers: readonly number[]): Promise<readonly StoredCase[]>;
  /**
   * States a new case. Fails at the commit when its number was taken meanwhile; of several in one work only
   * the first can see that.
   */
  add(
    work: UnitOfWork,
    added: { readonly begun: Case; readonly row: OpenCase; readonly isFirst: boolean },
  ): void;
  /** States that something was done. Fails at the commit when anybody did something since the case was read. */
  append(work: UnitOfWork, stored: StoredCase, entry: CaseEntry, row: OpenCase | ClosedCase): void;
  /** States that an open case waits elsewhere, or for another day; guarded like `append`. */
  move(work: UnitOfWork, stored: StoredCase, row: OpenCase): void;
  /** States that nothing is left of a case but its number. */
  remove(work: UnitOfWork, stored: StoredCase): void;
  /**
   * States that a case does not name this account any more: somebody did it, nobody knows who. Guarded like
   * `append`.
   */
  redact(work: UnitOfWork, stored: StoredCase, userid: string): void;
}

/** A case with the row of the index that lists it; the row is absent when it is closed. */
export interface StoredCase {
  readonly found: Case;
  /** Of its flow. */
  readonly version: string;
  readonly row: OpenCase | undefined;
}

export function createCaseStore(redis: RedisClient, keys: Keys): CaseStore {
  const latestKey = keys('cases');
  const caseKey = (number: number): string => keys('case', number);
  const versions = createFlowVersionStore(redis, keys);
  const index = createCaseIndexStore(redis, keys);

  async function read(number: number): Promise<Omit<StoredCase, 'row'> | undefined> {
    const [first = '', ...others] = await redis.lrange(caseKey(number), 0, -1);
    const begun = readStart(first);
    if (begun === undefined) return undefined;
    const { version, start } = begun;
    const flow = await versions.find(version);
    const entries = others.map(readEntry).filter((entry) => entry !== undefined);
    // What cannot be read may have changed everything.
    if (flow === undefined || entries.length < others.length) return undefined;
    return { found: { number, flow, start, entries }, version };
  }

  async function readEach(
    numbers: readonly number[],
    listed: ReadonlyMap<number, OpenCase> | Promise<ReadonlyMap<number, OpenCase>>,
  ): Promise<readonly StoredCase[]> {
    const [rows, found] = await Promise.all([listed, Promise.all(numbers.map(read))]);
    return found.flatMap((one) => (one === undefined ? [] : [{ ...one, row: rows.get(one.found.number) }]));
  }

  return {
    ...index,
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    async find(number) {
      const [found] = await readEach([number], index.openAmong([number]));
      return found;
    },
    findEach: (numbers) => readEach(numbers, index.openAmong(numbers)),
    async findOpen(numbers) {
      const rows = await index.openAmong(numbers);
      return readEach([...rows.keys()], rows);
    },
    add(work, { begun, row, isFirst }) {
      const { number, flow, start } = begun;
      if (isFirst) work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      work.write('RPUSH', caseKey(number), textOfStart(versions.keep(work, flow), start));
      index.list(work, number, undefined, row);
      index.addPeople(work, number, peopleIn(start));
    },
    append(work, stored, entry, row) {
      const { number } = stored.found;
      index.expect(work, number, stored.row);
      work.write('RPUSH', caseKey(number), textOfEntry(entry));
      if (entry.by !== '') index.addPeople(work, number, [entry.by]);
      index.list(work, number, stored.row, row);
    },
    move(work, stored, row) {
      index.expect(work, stored.found.number, stored.row);
      index.list(work, stored.found.number, stored.row, row);
    },
    remove(work, { found, row }) {
      const { number, start, entries } = found;
      index.remove(work, number, row, [...peopleIn(start), ...entries.map(({ by }) => by)]);
      work.write('DEL', caseKey(number));
    },
    redact(work, { found, version, row }, userid) {
      const { number, start, entries } = found;
      const without = (by: string): string => (by === userid ? forgottenAccount : by);
      const { subject, ...others } = start;
      const kept = subject === undefined || subject === userid ? {} : { subject };
      const begun = { ...others, ...kept, by: without(start.by) };
      index.expect(work, number, row);
      // What is gone must not come back.
      work.expectFirst(caseKey(number), textOfStart(version, start));
      work.write('DEL', caseKey(number));
      work.write(
        'RPUSH',
        caseKey(number),
        textOfStart(version, begun),
        ...entries.map((entry) => textOfEntry({ ...entry, by: without(entry.by) })),
      );
    },
  };
}

/** Stands for an account that was forgotten; no account is written so. */
const forgottenAccount = '-';

function peopleIn({ by, subject }: CaseStart): readonly string[] {
  return subject === undefined ? [by] : [by, subject];
}
