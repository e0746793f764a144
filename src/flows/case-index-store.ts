import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { readClosedCase, readOpenCase, textOfClosed, textOfOpen } from './case-form.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';

/*
 * Keys. By them cases are found without being read. A damaged row counts as not there.
 *   cases:open            hash    number → where it waits and since when, see case-form.ts
 *   cases:closed          hash    number → when it was closed and how long it is kept
 *   cases:at:<place>      set     numbers of the open cases that wait there
 *   cases:from:<org>      set     numbers of the open cases begun for an organisation
 *   cases:of:<userid>     set     numbers of all cases in which an account occurs
 */
export interface CaseIndexStore extends CaseIndex {
  /** States that a case is listed so now, and no more as it was. */
  list(work: UnitOfWork, number: number, before: OpenCase | undefined, now: OpenCase | ClosedCase): void;
  /** Commits only if an open case is still listed so; `undefined`: is listed as closed, or not at all. */
  expect(work: UnitOfWork, number: number, row: OpenCase | undefined): void;
  /** States that a case is listed nowhere. */
  remove(work: UnitOfWork, number: number, row: OpenCase | undefined, userids: readonly string[]): void;
  /** States that these accounts occur in a case. */
  addPeople(work: UnitOfWork, number: number, userids: readonly string[]): void;
}

/** What the index is asked. Numbers come each once, in order. */
export interface CaseIndex {
  /** The rows of those cases that are open, in the order of the numbers. */
  openAmong(numbers: readonly number[]): Promise<ReadonlyMap<number, OpenCase>>;
  waitingAt(places: Iterable<string>): Promise<readonly number[]>;
  /** Open ones. */
  begunFor(organisation: string): Promise<readonly number[]>;
  /** Open and closed ones. */
  ofPerson(userid: string): Promise<readonly number[]>;
  allOpen(): Promise<ReadonlyMap<number, OpenCase>>;
  allClosed(): Promise<ReadonlyMap<number, ClosedCase>>;
  /** States that it is no longer known in which cases an account occurred. */
  forgetPerson(work: UnitOfWork, userid: string): void;
}

export function createCaseIndexStore(redis: RedisClient, keys: Keys): CaseIndexStore {
  const openKey = keys('cases', 'open');
  const closedKey = keys('cases', 'closed');
  const placeSet = (place: string): string => keys('cases', 'at', place);
  const fromSet = (organisation: string): string => keys('cases', 'from', organisation);
  const personSet = (userid: string): string => keys('cases', 'of', userid.toLowerCase());

  function changeSets(
    work: UnitOfWork,
    command: 'SADD' | 'SREM',
    number: number,
    { places, from }: OpenCase,
  ): void {
    for (const place of places) work.write(command, placeSet(place), number);
    work.write(command, fromSet(from), number);
  }

  return {
    list(work, number, before, now) {
      if (before !== undefined) changeSets(work, 'SREM', number, before);
      if (now.state === 'open') {
        changeSets(work, 'SADD', number, now);
        work.write('HSET', openKey, number, textOfOpen(now));
      } else {
        work.write('HDEL', openKey, number);
        work.write('HSET', closedKey, number, textOfClosed(now));
      }
    },
    expect: (work, number, row) => work.expectField(openKey, String(number), row && textOfOpen(row)),
    remove(work, number, row, userids) {
      if (row !== undefined) changeSets(work, 'SREM', number, row);
      for (const userid of new Set(userids)) work.write('SREM', personSet(userid), number);
      work.write('HDEL', openKey, number);
      work.write('HDEL', closedKey, number);
    },
    addPeople(work, number, userids) {
      for (const userid of userids) work.write('SADD', personSet(userid), number);
    },
    forgetPerson: (work, userid) => work.write('DEL', personSet(userid)),
    async openAmong(numbers) {
      if (numbers.length === 0) return new Map();
      const stored = await redis.hmget(openKey, ...numbers.map(String));
      return rowsOf(
        numbers.map((number, index) => [number, stored[index]]),
        readOpenCase,
      );
    },
    async waitingAt(places) {
      const found = await Promise.all([...places].map((place) => redis.smembers(placeSet(place))));
      return numbersOf(found.flat());
    },
    begunFor: async (organisation) => numbersOf(await redis.smembers(fromSet(organisation))),
    ofPerson: async (userid) => numbersOf(await redis.smembers(personSet(userid))),
    allOpen: async () => rowsOf(inOrder(await redis.hgetall(openKey)), readOpenCase),
    allClosed: async () => rowsOf(inOrder(await redis.hgetall(closedKey)), readClosedCase),
  };
}

/** Each once, in order. */
function numbersOf(members: readonly string[]): readonly number[] {
  return [...new Set(members.map(Number))].toSorted((a, b) => a - b);
}

/** Damaged ones are left out. */
function rowsOf<Row>(
  stored: readonly (readonly [number: number, text: string | null | undefined])[],
  read: (text: string) => Row | undefined,
): ReadonlyMap<number, Row> {
  return new Map(
    stored.flatMap(([number, text]) => {
      const row = read(text ?? '');
      return row === undefined ? [] : [[number, row] as const];
    }),
  );
}

function inOrder(stored: Readonly<Record<string, string>>): readonly (readonly [number, string])[] {
  return Object.entries(stored)
    .map(([number, text]) => [Number(number), text] as const)
    .toSorted(([a], [b]) => a - b);
}
