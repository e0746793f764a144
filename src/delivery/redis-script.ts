import type { RedisClient } from '../redis/connect.ts';

/** A Lua script with its keys and values still to be filled in; it answers what the script returns. */
export type RedisScript = (
  redis: RedisClient,
  keys: readonly string[],
  values: readonly (string | number)[],
) => Promise<unknown>;

/** Defines the script on each connection it is first run on. `name` has to be unique in the product. */
export function redisScript(name: string, lua: string): RedisScript {
  const defined = new WeakSet<RedisClient>();

  return (redis, keys, values) => {
    if (!defined.has(redis)) {
      redis.defineCommand(name, { lua });
      defined.add(redis);
    }
    const run = (redis as unknown as Readonly<Record<string, Run | undefined>>)[name];
    if (run === undefined) throw new Error(`the script ${name} is not defined`);
    return run.call(redis, keys.length, ...keys, ...values);
  };
}

type Run = (...values: readonly (string | number)[]) => Promise<unknown>;
