import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Attempt, MakeUp, Result, Sheet } from './sheet.ts';
import { attemptText, makeUpText, readAttempt, readMakeUp, readResult, resultText } from './sheet-text.ts';

/*
 * Keys; the forms of the values are told in sheet-text.ts:
 *   paper:<number>:of:<userid>  hash        `open` → the try that is open; `makeup` → a make-up window;
 *                                           `1`, `2` … → the result of that try
 *   papers:running              sorted set  `<number> <userid>` → deadline of the open try, in milliseconds
 *
 * Results stay as long as the person is on the roster; the answers in them 90 days (domain §11.2).
 */
export interface SheetStore {
  sheet(number: number, userid: string): Promise<Sheet>;
  /** Many people's, in their order; one round trip per thousand. */
  sheets(number: number, userids: readonly string[]): Promise<readonly Sheet[]>;
  /**
   * States that the open try is now like this: begun, or changed. Fails at the commit when something
   * else happened to it meanwhile, on another phone or by the clock.
   */
  keep(work: UnitOfWork, sheet: Sheet, attempt: Attempt): void;
  /** States that the open try is over, with its result if it counts. Fails as `keep` does, so it is over once. */
  close(work: UnitOfWork, sheet: Sheet, result: Result | undefined): void;
  /** States another form of a result that is there. Fails when that has changed meanwhile. */
  revise(work: UnitOfWork, sheet: Sheet, result: Result): void;
  /** States more time for somebody. */
  allow(work: UnitOfWork, sheet: Sheet, makeUp: MakeUp): void;
  /** Who has an open try whose deadline has come. */
  overdue(at: number): Promise<readonly Running[]>;
  /** States that everything about a person and these papers is forgotten. */
  forget(work: UnitOfWork, userid: string, numbers: readonly number[]): void;
}

export interface Running {
  readonly number: number;
  /** In lower case. */
  readonly userid: string;
}

export function createSheetStore(redis: RedisClient, keys: Keys): SheetStore {
  const sheetKey = (number: number, userid: string): string =>
    keys('paper', number, 'of', userid.toLowerCase());
  const runningKey = keys('papers', 'running');

  async function sheet(number: number, userid: string): Promise<Sheet> {
    return sheetOf(number, userid, await redis.hgetall(sheetKey(number, userid)));
  }

  return {
    sheet,
    async sheets(number, userids) {
      const sheets: Sheet[] = [];
      for (let start = 0; start < userids.length; start += perTrip) {
        const some = userids.slice(start, start + perTrip);
        sheets.push(...(await Promise.all(some.map((userid) => sheet(number, userid)))));
      }
      return sheets;
    },
    keep(work, before, attempt) {
      const { number, userid } = before;
      expectOpen(work, before);
      work.write('HSET', sheetKey(number, userid), openField, attemptText(attempt));
      if (before.attempt?.deadline === attempt.deadline) return;
      work.write('ZADD', runningKey, attempt.deadline, memberOf(before));
    },
    close(work, before, result) {
      const { number, userid } = before;
      expectOpen(work, before);
      work.write('HDEL', sheetKey(number, userid), openField);
      work.write('ZREM', runningKey, memberOf(before));
      if (result !== undefined) {
        work.write('HSET', sheetKey(number, userid), result.try, resultText(result));
      }
    },
    revise(work, { number, userid, stored }, result) {
      const key = sheetKey(number, userid);
      work.expectField(key, String(result.try), stored[result.try]);
      work.write('HSET', key, result.try, resultText(result));
    },
    allow(work, { number, userid, stored }, makeUp) {
      const key = sheetKey(number, userid);
      work.expectField(key, makeUpField, stored[makeUpField]);
      work.write('HSET', key, makeUpField, makeUpText(makeUp));
    },
    async overdue(at) {
      return (await redis.zrangebyscore(runningKey, '-inf', at)).map(runningOf);
    },
    forget(work, userid, numbers) {
      for (const number of numbers) {
        work.write('DEL', sheetKey(number, userid));
        work.write('ZREM', runningKey, memberOf({ number, userid }));
      }
    },
  };

  function expectOpen(work: UnitOfWork, { number, userid, stored }: Sheet): void {
    work.expectField(sheetKey(number, userid), openField, stored[openField]);
  }
}

const perTrip = 1000;
const openField = 'open';
const makeUpField = 'makeup';

function memberOf({ number, userid }: Running): string {
  return `${number} ${userid.toLowerCase()}`;
}

function runningOf(member: string): Running {
  const cut = member.indexOf(' ');
  return { number: Number(member.slice(0, cut)), userid: member.slice(cut + 1) };
}

/** Damaged entries count as not there. */
function sheetOf(number: number, userid: string, stored: Readonly<Record<string, string>>): Sheet {
  const attempt = readAttempt(stored[openField] ?? '');
  const makeUp = readMakeUp(stored[makeUpField] ?? '');
  const results = Object.entries(stored).flatMap(([name, text]) => readResult(name, text) ?? []);
  return {
    number,
    userid,
    results: results.toSorted((a, b) => a.try - b.try),
    stored,
    ...(attempt === undefined ? {} : { attempt }),
    ...(makeUp === undefined ? {} : { makeUp }),
  };
}
