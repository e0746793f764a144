import { createHash } from 'node:crypto';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Flow } from '../library/flow.ts';
import type { Case, CaseEntry, CaseStart } from './case.ts';
import {
  readClosedCase,
  readEntry,
  readOpenCase,
  readStart,
  textOfClosed,
  textOfEntry,
  textOfOpen,
  textOfStart,
} from './case-form.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';
import { flowForm } from './flow-form.ts';

/*
 * Keys. A number is never used twice; everything else of a case goes when it was kept long enough.
 *   cases                 string  the number of the latest case
 *   case:<number>         hash    `0` → how it was begun, `1`, `2`, … → what was done with it; only added to,
 *                                 but for accounts that are forgotten
 *   cases:open            hash    number → where it waits and since when, see case-form.ts
 *   cases:closed          hash    number → when it was closed and how long it is kept
 *   cases:at:<place>      set     numbers of the open cases that wait there
 *   cases:from:<org>      set     numbers of the open cases begun for an organisation
 *   cases:of:<userid>     set     numbers of all cases in which an account occurs
 *   flow:<version>        string  a flow as JSON, as cases began with it
 */
export interface CaseStore {
  latest(): Promise<number>;
  find(number: number): Promise<StoredCase | undefined>;
  findEach(numbers: readonly number[]): Promise<readonly StoredCase[]>;
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
  /** States that a case does not name this account any more: somebody did it, nobody knows who. */
  redact(work: UnitOfWork, stored: StoredCase, userid: string): void;
  /** States that it is no longer known in which cases an account occurred. */
  forgetPerson(work: UnitOfWork, userid: string): void;
  /** How many things have been done with each of these cases. */
  entryCounts(numbers: readonly number[]): Promise<ReadonlyMap<number, number>>;
  waitingAt(places: Iterable<string>): Promise<readonly number[]>;
  begunFor(organisation: string): Promise<readonly number[]>;
  ofPerson(userid: string): Promise<readonly number[]>;
  allOpen(): Promise<ReadonlyMap<number, OpenCase>>;
  allClosed(): Promise<ReadonlyMap<number, ClosedCase>>;
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
  const openKey = keys('cases', 'open');
  const closedKey = keys('cases', 'closed');
  const caseKey = (number: number): string => keys('case', number);
  const placeSet = (place: string): string => keys('cases', 'at', place);
  const fromSet = (organisation: string): string => keys('cases', 'from', organisation);
  const personSet = (userid: string): string => keys('cases', 'of', userid.toLowerCase());
  const flowKey = (version: string): string => keys('flow', version);
  // A version never changes; every look at a case asks for it.
  const known = new Map<string, Flow>();

  async function flowOf(version: string): Promise<Flow | undefined> {
    const remembered = known.get(version);
    if (remembered !== undefined) return remembered;
    const stored = await redis.get(flowKey(version));
    if (stored === null) return undefined;
    const flow = flowForm.parse(JSON.parse(stored));
    known.set(version, flow);
    return flow;
  }

  async function find(number: number): Promise<StoredCase | undefined> {
    const [fields, open] = await Promise.all([
      redis.hgetall(caseKey(number)),
      redis.hget(openKey, String(number)),
    ]);
    const begun = fields['0'];
    if (begun === undefined) return undefined;
    const { version, start } = readStart(begun);
    const flow = await flowOf(version);
    if (flow === undefined) return undefined;
    const count = Object.keys(fields).length - 1;
    const entries = Array.from({ length: count }, (_, index) => readEntry(fields[String(index + 1)] ?? ''));
    const row = open === null ? undefined : readOpenCase(open);
    return { found: { number, flow, start, entries }, version, row };
  }

  function list(
    work: UnitOfWork,
    command: 'SADD' | 'SREM',
    number: number,
    { places, from }: OpenCase,
  ): void {
    for (const place of places) work.write(command, placeSet(place), number);
    work.write(command, fromSet(from), number);
  }

  function guard(work: UnitOfWork, { found, row }: StoredCase): void {
    const { number, entries } = found;
    work.expectField(caseKey(number), String(entries.length + 1), undefined);
    work.expectField(openKey, String(number), row && textOfOpen(row));
  }

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    find,
    async findEach(numbers) {
      const found = await Promise.all(numbers.map(find));
      return found.filter((one) => one !== undefined);
    },
    add(work, { begun, row, isFirst }) {
      const { number, flow, start } = begun;
      const version = versionOf(flow);
      if (isFirst) work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      work.write('SET', flowKey(version), JSON.stringify(flow));
      work.write('HSETNX', caseKey(number), '0', textOfStart(version, start));
      work.write('HSET', openKey, number, textOfOpen(row));
      list(work, 'SADD', number, row);
      for (const userid of peopleIn(start)) work.write('SADD', personSet(userid), number);
    },
    append(work, stored, entry, row) {
      const { number, entries } = stored.found;
      guard(work, stored);
      work.write('HSETNX', caseKey(number), entries.length + 1, textOfEntry(entry));
      if (entry.by !== '') work.write('SADD', personSet(entry.by), number);
      if (stored.row !== undefined) list(work, 'SREM', number, stored.row);
      if (row.state === 'open') {
        work.write('HSET', openKey, number, textOfOpen(row));
        list(work, 'SADD', number, row);
      } else {
        work.write('HDEL', openKey, number);
        work.write('HSET', closedKey, number, textOfClosed(row));
      }
    },
    move(work, stored, row) {
      const { number } = stored.found;
      guard(work, stored);
      if (stored.row !== undefined) list(work, 'SREM', number, stored.row);
      list(work, 'SADD', number, row);
      work.write('HSET', openKey, number, textOfOpen(row));
    },
    remove(work, { found, row }) {
      const { number, start, entries } = found;
      if (row !== undefined) list(work, 'SREM', number, row);
      for (const userid of [...peopleIn(start), ...entries.map(({ by }) => by)]) {
        work.write('SREM', personSet(userid), number);
      }
      work.write('HDEL', openKey, number);
      work.write('HDEL', closedKey, number);
      work.write('DEL', caseKey(number));
    },
    redact(work, { found, version }, userid) {
      const { number, start, entries } = found;
      const without = (by: string): string => (by === userid ? forgottenAccount : by);
      const { subject, ...others } = start;
      const kept = subject === undefined || subject === userid ? {} : { subject };
      const begun = { ...others, ...kept, by: without(start.by) };
      work.write('HSET', caseKey(number), '0', textOfStart(version, begun));
      entries.forEach((entry, index) => {
        if (entry.by !== userid) return;
        work.write('HSET', caseKey(number), index + 1, textOfEntry({ ...entry, by: without(entry.by) }));
      });
    },
    forgetPerson: (work, userid) => work.write('DEL', personSet(userid)),
    async entryCounts(numbers) {
      const lengths = await Promise.all(numbers.map((number) => redis.hlen(caseKey(number))));
      return new Map(numbers.map((number, index) => [number, (lengths[index] ?? 0) - 1]));
    },
    async waitingAt(places) {
      const found = await Promise.all([...places].map((place) => redis.smembers(placeSet(place))));
      return numbersOf(found.flat());
    },
    begunFor: async (organisation) => numbersOf(await redis.smembers(fromSet(organisation))),
    ofPerson: async (userid) => numbersOf(await redis.smembers(personSet(userid))),
    allOpen: async () => rowsOf(await redis.hgetall(openKey), readOpenCase),
    allClosed: async () => rowsOf(await redis.hgetall(closedKey), readClosedCase),
  };
}

/** Stands for an account that was forgotten; no account is written so. */
const forgottenAccount = '-';

/** Ten characters of its hash tell two versions of a flow apart for ever. */
function versionOf(flow: Flow): string {
  return createHash('sha256').update(JSON.stringify(flow)).digest('base64url').slice(0, 10);
}

function peopleIn({ by, subject }: CaseStart): readonly string[] {
  return subject === undefined ? [by] : [by, subject];
}

/** Each once, in order. */
function numbersOf(members: readonly string[]): readonly number[] {
  return [...new Set(members.map(Number))].toSorted((a, b) => a - b);
}

function rowsOf<Row>(
  stored: Readonly<Record<string, string>>,
  read: (text: string) => Row,
): ReadonlyMap<number, Row> {
  return new Map(Object.entries(stored).map(([number, text]) => [Number(number), read(text)]));
}
