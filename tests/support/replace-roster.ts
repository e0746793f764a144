import { createKeys } from '../../src/redis/keys.ts';
import { createRosterStore } from '../../src/roster/roster-store.ts';
import type { RosterLists } from '../../src/roster/roster.ts';
import { createZone } from '../../src/time/zone.ts';
import type { World } from './world.ts';

/** What `npm run roster -- import` does in the middle of a story. */
export async function replaceRoster({ redis, settings, clock }: World, lists: RosterLists): Promise<void> {
  const store = createRosterStore(redis, createKeys(settings.redisPrefix));
  const today = createZone(settings.timezone).localAt(clock.now()).date;
  await store.replace(await store.load(), lists, today);
}
