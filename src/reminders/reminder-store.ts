import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';

/*
 * Keys: reminded:<organisation>       hash  subject → when it was last reminded of, epoch milliseconds.
 *       reminded-people:<subject>     hash  userid → when a reminder of it reached or will reach this person,
 *                                     `latest` → the last of these instants, epoch milliseconds. For two days.
 */
export interface ReminderStore {
  last(organisation: string, subject: string): Promise<number | undefined>;
  /** When these people were reminded of this last, by whomever; those who were not for long may be left out. */
  lastOfEach(subject: string, userids: readonly string[]): Promise<RemindedPeople>;
  /** States a reminder; fails at the commit when somebody else reminded since `previous` was read. */
  note(
    work: UnitOfWork,
    organisation: string,
    subject: string,
    previous: number | undefined,
    at: number,
  ): void;
  /**
   * States when these people get it. Fails at the commit when anybody was reminded of it since `previous`
   * was read. What is older than `after` need not be kept.
   */
  notePeople(
    work: UnitOfWork,
    subject: string,
    previous: RemindedPeople,
    people: readonly { readonly userid: string; readonly due: number }[],
    after: number,
  ): void;
}

export interface RemindedPeople {
  readonly latest: number | undefined;
  /** By the userid as it was asked for. */
  readonly due: ReadonlyMap<string, number>;
}

export function createReminderStore(redis: RedisClient, keys: Keys): ReminderStore {
  const key = (organisation: string): string => keys('reminded', organisation);
  const peopleKey = (subject: string): string => keys('reminded-people', subject);

  return {
    async last(organisation, subject) {
      const stored = await redis.hget(key(organisation), subject);
      return stored === null ? undefined : Number(stored);
    },
    async lastOfEach(subject, userids) {
      const latest = await redis.hget(peopleKey(subject), latestField);
      if (latest === null) return { latest: undefined, due: new Map() };
      const due = new Map<string, number>();
      for (const some of portionsOf(userids)) {
        const stored = await redis.hmget(peopleKey(subject), ...some.map(fieldOf));
        for (const [index, instant] of stored.entries()) {
          const userid = some[index];
          if (instant !== null && userid !== undefined) due.set(userid, Number(instant));
        }
      }
      return { latest: Number(latest), due };
    },
    note(work, organisation, subject, previous, at) {
      work.expectField(key(organisation), subject, previous === undefined ? undefined : String(previous));
      work.write('HSET', key(organisation), subject, at);
    },
    notePeople(work, subject, { latest }, people, after) {
      const into = peopleKey(subject);
      work.expectField(into, latestField, latest === undefined ? undefined : String(latest));
      if (latest !== undefined && latest <= after) work.write('DEL', into);
      for (const some of portionsOf(people)) {
        work.write('HSET', into, ...some.flatMap(({ userid, due }) => [fieldOf(userid), due]));
      }
      const last = Math.max(latest ?? 0, ...people.map(({ due }) => due));
      work.write('HSET', into, latestField, last);
      work.write('EXPIRE', into, secondsKept);
    },
  };
}

const latestField = 'latest';

/** A userid has no blank in front. */
function fieldOf(userid: string): string {
  return `of ${userid.toLowerCase()}`;
}

/** Only to clear away what nobody asks for any more: what counts is the instant that stands there. */
const secondsKept = 2 * 86_400;

function portionsOf<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / perTrip) }, (_, index) =>
    values.slice(index * perTrip, (index + 1) * perTrip),
  );
}

const perTrip = 1000;
