import type * as z from 'zod';
import { Fault } from '../errors.ts';
import { commit, valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import { accountKey } from './account.ts';
import { leftPersonForm, storedRosterForm } from './roster-form.ts';
import type { RosterLists } from './roster.ts';

/*
 * Keys, kept for ever:
 *   roster          string  version and both lists as JSON, in one value, so that nobody reads half of it
 *   roster:version  string  the version alone: a look at it tells whether what is in memory is current
 *   roster:left     hash    userid in lower case → who it was, as JSON; kept until `purgeLeft`
 */
export interface RosterStore {
  /** The number of the last import; 0 before the first. */
  version(): Promise<number>;
  /** Undefined before the first import. Throws a Fault when what is stored cannot be read. */
  load(): Promise<StoredRoster | undefined>;
  /**
   * Replaces `previous`, what `load` gave, in one step, and notes who left on this day. `overtaken`
   * means that somebody else imported meanwhile; then nothing was changed.
   */
  replace(
    previous: StoredRoster | undefined,
    lists: RosterLists,
    today: LocalDate,
  ): Promise<'replaced' | 'overtaken'>;
  /** People of earlier rosters who are not on this one. */
  left(): Promise<readonly LeftPerson[]>;
  /** Forgets those who left before this day; answers how many. */
  purgeLeft(before: LocalDate): Promise<number>;
}

export interface StoredRoster {
  readonly version: number;
  readonly lists: RosterLists;
}

export type LeftPerson = Readonly<z.infer<typeof leftPersonForm>>;

export function createRosterStore(redis: RedisClient, keys: Keys): RosterStore {
  const rosterKey = keys('roster');
  const versionKey = keys('roster', 'version');
  const leftKey = keys('roster', 'left');

  const store: RosterStore = {
    async version() {
      return Number((await redis.get(versionKey)) ?? 0);
    },

    async load() {
      const stored = await redis.get(rosterKey);
      return stored === null ? undefined : readStored(stored, storedRosterForm, rosterKey);
    },

    async replace(previous, lists, today) {
      const version = (previous?.version ?? 0) + 1;
      const work = createUnitOfWork();
      work.expectValue(versionKey, previous?.version.toString());
      work.write('SET', versionKey, version);
      work.write('SET', rosterKey, JSON.stringify({ version, lists }));
      writeMany(work, 'HDEL', leftKey, joined(previous, lists));
      writeMany(
        work,
        'HSET',
        leftKey,
        left(previous, lists, today).flatMap((person) => [accountKey(person.userid), JSON.stringify(person)]),
      );
      return (await commit(redis, work)) === undefined ? 'replaced' : 'overtaken';
    },

    async left() {
      const stored = await redis.hvals(leftKey);
      return stored.map((person) => readStored(person, leftPersonForm, leftKey));
    },

    async purgeLeft(before) {
      const work = createUnitOfWork();
      // Only an import adds people, and each import has a version of its own.
      const version = await store.version();
      const gone = (await store.left()).filter(({ leftOn }) => leftOn < before);
      if (gone.length === 0) return 0;

      work.expectValue(versionKey, String(version));
      writeMany(
        work,
        'HDEL',
        leftKey,
        gone.map(({ userid }) => accountKey(userid)),
      );
      const written = (await commit(redis, work)) === undefined;
      return written ? gone.length : store.purgeLeft(before);
    },
  };
  return store;
}

/** Throws a Fault that names the key, never the content. */
function readStored<Value>(stored: string, form: z.ZodType<Value>, key: string): Value {
  try {
    return form.parse(JSON.parse(stored));
  } catch (cause) {
    throw new Fault(
      `read the roster at ${key}`,
      'restore Redis from its last backup',
      new Error((cause as Error).name),
    );
  }
}

function writeMany(work: UnitOfWork, command: 'HDEL' | 'HSET', key: string, values: readonly string[]): void {
  for (let at = 0; at < values.length; at += valuesPerWrite) {
    work.write(command, key, ...values.slice(at, at + valuesPerWrite));
  }
}

/** The accounts that are new on the roster: whoever comes back is no longer one who left. */
function joined(previous: StoredRoster | undefined, { people }: RosterLists): readonly string[] {
  const known = accountsOf(previous?.lists);
  return people.map(({ userid }) => accountKey(userid)).filter((account) => !known.has(account));
}

function left(
  previous: StoredRoster | undefined,
  next: RosterLists,
  today: LocalDate,
): readonly LeftPerson[] {
  if (previous === undefined) return [];
  const stay = accountsOf(next);
  const names = new Map(previous.lists.organisations.map(({ code, name }) => [code, name]));
  return previous.lists.people
    .filter(({ userid }) => !stay.has(accountKey(userid)))
    .map(({ userid, name, organisation }) => ({
      userid,
      name,
      organisation: names.get(organisation) ?? organisation,
      leftOn: today,
    }));
}

function accountsOf(lists: RosterLists | undefined): ReadonlySet<string> {
  return new Set(lists?.people.map(({ userid }) => accountKey(userid)));
}
