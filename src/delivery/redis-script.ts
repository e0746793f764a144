import { createHash } from 'node:crypto';
import type { RedisClient } from '../redis/connect.ts';

/** A Lua script with its keys and values still to be filled in; it answers what the script returns. */
export type RedisScript = (
  redis: RedisClient,
  keys: readonly string[],
  values: readonly (string | number)[],
) => Promise<unknown>;

/**
 * Sends the digest of the script, and its text when Redis does not know it (yet, or any more after a
 * restart). Not `defineCommand`: a command that is defined while an automatic pipeline is being filled
 * is missing from it, and ioredis 6.0 then ends the process (its issue 1931).
 */
export function redisScript(lua: string): RedisScript {
  const digest = createHash('sha1').update(lua).digest('hex');

  return async (redis, keys, values) => {
    try {
      return await redis.evalsha(digest, keys.length, ...keys, ...values);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return redis.eval(lua, keys.length, ...keys, ...values);
    }
  };
}
