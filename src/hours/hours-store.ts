import { valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { yearOf } from '../time/local-date.ts';
import type { CategoryCodes } from './category-codes.ts';
import type { CreditEntry, KnownEvent } from './credit-entry.ts';
import { fieldOf, knownField, readEntry, textOf } from './entry-text.ts';

/*
 * Keys:
 *   hours:<year>:<userid>   hash  event → entry, see entry-text.ts; this year and last. Their categories
 *                                 go by their codes, also below
 *   hours-latest:<userid>   hash  what an officer changed last, for 撤销, which has a limit of its own;
 *                                 `<userid> <event>` → `<year>\n<entry before>\n<entry after>`; replaced by
 *                                 the next change, and gone after a day
 */
export interface HoursStore {
  /** Everything in somebody's year, also what does not count; in no order. */
  entries(userid: string, year: number): Promise<readonly CreditEntry[]>;
  /**
   * What `read` makes of the year of each of these people, in their order. For a whole city these are some
   * hundred thousand entries: each is forgotten as soon as it was read.
   */
  ofEach<Value>(
    userids: readonly string[],
    year: number,
    read: (entries: readonly CreditEntry[]) => Value,
  ): Promise<readonly Value[]>;
  /** States an entry, once for each event of each person: a second one changes nothing. */
  add(work: UnitOfWork, userid: string, entry: CreditEntry): void;
  /** States that somebody has nothing for an event that the service knows. */
  drop(work: UnitOfWork, userid: string, year: number, event: KnownEvent): void;
  /** States changes of entries; fails at the commit when one of them is no longer as it was before. */
  change(work: UnitOfWork, changes: readonly HoursChange[]): void;
  /** States that these are the latest changes of an officer. */
  keepLatest(work: UnitOfWork, officer: string, changes: readonly HoursChange[]): void;
  latest(officer: string): Promise<readonly HoursChange[]>;
  /** States that there is nothing left to take back. */
  forgetLatest(work: UnitOfWork, officer: string): void;
  /** Deletes the years before this one. */
  forgetBefore(userid: string, year: number): Promise<void>;
  forget(work: UnitOfWork, userid: string, years: readonly number[]): void;
}

/** One entry of one person, before and after. One of the two is there. */
export interface HoursChange {
  readonly userid: string;
  readonly before: CreditEntry | undefined;
  readonly after: CreditEntry | undefined;
}

export function createHoursStore(redis: RedisClient, keys: Keys, codes: CategoryCodes): HoursStore {
  const hoursKey = (userid: string, year: number): string => keys('hours', year, userid.toLowerCase());
  const latestKey = (officer: string): string => keys('hours-latest', officer.toLowerCase());

  return {
    entries: async (userid, year) => entriesOf(await redis.hgetall(hoursKey(userid, year)), year),
    async ofEach(userids, year, read) {
      const values: ReturnType<typeof read>[] = [];
      for (let start = 0; start < userids.length; start += perTrip) {
        const some = userids.slice(start, start + perTrip);
        const rows = await Promise.all(some.map((userid) => redis.hgetall(hoursKey(userid, year))));
        for (const row of rows) values.push(read(entriesOf(row, year)));
      }
      return values;
    },
    add(work, userid, entry) {
      const stored = codes.coded(entry);
      work.write('HSETNX', hoursKey(userid, yearOf(entry.from)), fieldOf(stored), textOf(stored));
    },
    drop(work, userid, year, event) {
      work.write('HDEL', hoursKey(userid, year), knownField(event));
    },
    change(work, changes) {
      for (const change of changes) {
        const { userid, before, after } = codedChange(change);
        const entry = subjectOf({ before, after });
        const key = hoursKey(userid, yearOf(entry.from));
        work.expectField(key, fieldOf(entry), before && textOf(before));
        if (after === undefined) work.write('HDEL', key, fieldOf(entry));
        else work.write('HSET', key, fieldOf(entry), textOf(after));
      }
    },
    keepLatest(work, officer, changes) {
      work.write('DEL', latestKey(officer));
      for (let start = 0; start < changes.length; start += valuesPerWrite / 2) {
        const some = changes.slice(start, start + valuesPerWrite / 2);
        work.write('HSET', latestKey(officer), ...some.flatMap((change) => changeRow(codedChange(change))));
      }
      work.write('EXPIRE', latestKey(officer), secondsOfLatest);
    },
    async latest(officer) {
      return Object.entries(await redis.hgetall(latestKey(officer)))
        .flatMap((row) => changeOf(row) ?? [])
        .map(namedChange);
    },
    forgetLatest(work, officer) {
      work.write('DEL', latestKey(officer));
    },
    async forgetBefore(userid, year) {
      await redis.del(hoursKey(userid, year - 1), hoursKey(userid, year - 2));
    },
    forget(work, userid, years) {
      for (const year of years) work.write('DEL', hoursKey(userid, year));
      work.write('DEL', latestKey(userid));
    },
  };

  function entriesOf(stored: Readonly<Record<string, string>>, year: number): readonly CreditEntry[] {
    return Object.entries(stored).flatMap(([field, text]) => {
      const entry = readEntry(field, text, year);
      return entry === undefined ? [] : [codes.named(entry)];
    });
  }

  function codedChange({ userid, before, after }: HoursChange): HoursChange {
    return { userid, before: before && codes.coded(before), after: after && codes.coded(after) };
  }

  function namedChange({ userid, before, after }: HoursChange): HoursChange {
    return { userid, before: before && codes.named(before), after: after && codes.named(after) };
  }
}

const secondsOfLatest = 86_400;

/** Keeps other turns waiting for some 50 ms at most. */
const perTrip = 500;

/** The entry a change is about; one of the two is there. */
function subjectOf({ before, after }: Omit<HoursChange, 'userid'>): CreditEntry {
  const entry = after ?? before;
  if (entry === undefined) throw new TypeError('a change from nothing to nothing');
  return entry;
}

function changeRow(change: HoursChange): readonly [string, string] {
  const { userid, before, after } = change;
  const entry = subjectOf(change);
  const text = [yearOf(entry.from), before && textOf(before), after && textOf(after)].join('\n');
  return [`${userid} ${fieldOf(entry)}`, text];
}

function changeOf([name, text]: readonly [string, string]): HoursChange | undefined {
  const [userid = '', field = ''] = name.split(' ');
  const [year, before = '', after = ''] = text.split('\n');
  const read = (one: string): CreditEntry | undefined => readEntry(field, one, Number(year));
  const change = { userid, before: read(before), after: read(after) };
  return change.before === undefined && change.after === undefined ? undefined : change;
}
