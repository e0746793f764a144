import { createHash } from 'node:crypto';
import type { RedisClient } from './connect.ts';

/** A Lua script with its keys and values still to be filled in; it answers what the script returns. */
export type RedisScript = (
  redis: RedisClient,
  keys: readonly string[],
  values: readonly (string | number)[],
) => Promise<unknown>;

/**
 * A script that is sent by its fingerprint, and whole when Redis does not know it yet. Not through
 * `defineCommand`: a command that is defined while an automatic pipeline is being filled is missing in
 * that pipeline, and ioredis then throws where nobody can catch it (ioredis issue 1931).
 */
export function redisScript(lua: string): RedisScript {
  const fingerprint = createHash('sha1').update(lua).digest('hex');

  return async (redis, keys, values) => {
    try {
      return await redis.evalsha(fingerprint, keys.length, ...keys, ...values);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return redis.eval(lua, keys.length, ...keys, ...values);
    }
  };
}
