import { createKeys } from '../../src/redis/keys.ts';
import type { World } from './world.ts';

/** The jobs that the dead replica had begun are free again, as they are after a minute on Redis's own clock. */
export async function letClaimsLapse({ redis, settings }: World): Promise<void> {
  const key = createKeys(settings.redisPrefix)('schedule');
  const claims = (await redis.hkeys(key)).filter((field) => /:(?:owner|until)$/u.test(field));
  if (claims.length > 0) await redis.hdel(key, ...claims);
}
