import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { AudienceList } from './audience-list.ts';

/*
 * Keys: audience-lists  hash  `青年骨干` → whom it means, as `storedRule` reads it; until it is deleted.
 */
export interface AudienceListStore {
  /** In the order of the names. */
  all(): Promise<readonly AudienceList[]>;
  /** States a list in the place of a former one; fails at the commit when that has changed meanwhile. */
  save(work: UnitOfWork, list: AudienceList, former: AudienceList | undefined): void;
  /** The same, with nothing in its place. */
  remove(work: UnitOfWork, list: AudienceList): void;
}

export function createAudienceListStore(redis: RedisClient, keys: Keys): AudienceListStore {
  const key = keys('audience-lists');

  return {
    async all() {
      const stored = Object.entries(await redis.hgetall(key)).toSorted(([a], [b]) =>
        a.localeCompare(b, 'zh'),
      );
      return stored.map(([name, lasting]) => ({ name, lasting }));
    },
    save(work, { name, lasting }, former) {
      work.expectField(key, former?.name ?? name, former?.lasting);
      if (former !== undefined && former.name !== name) work.write('HDEL', key, former.name);
      work.write('HSET', key, name, lasting);
    },
    remove(work, { name, lasting }) {
      work.expectField(key, name, lasting);
      work.write('HDEL', key, name);
    },
  };
}
