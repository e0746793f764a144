import type { RedisClient } from '../../src/redis/connect.ts';

/** Everything a prefix holds, keys and values, as one text a line each: to see what is stored about whom. */
export async function storedLines(redis: RedisClient, prefix: string): Promise<readonly string[]> {
  const keys = await redis.keys(`${prefix}:*`);
  const lines = await Promise.all(keys.map(async (key) => `${key} ${await valueOf(redis, key)}`));
  return lines.toSorted();
}

async function valueOf(redis: RedisClient, key: string): Promise<string> {
  switch (await redis.type(key)) {
    case 'string':
      return (await redis.get(key)) ?? '';
    case 'hash':
      return JSON.stringify(await redis.hgetall(key));
    case 'list':
      return JSON.stringify(await redis.lrange(key, 0, '-1'));
    case 'set':
      return JSON.stringify(await redis.smembers(key));
    case 'zset':
      return JSON.stringify(await redis.zrange(key, 0, '-1'));
    case 'stream':
      return JSON.stringify(await redis.xrange(key, '-', '+'));
    default:
      // Gone meanwhile.
      return '';
  }
}
