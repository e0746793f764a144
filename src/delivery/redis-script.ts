import { redisScript as script, type RedisScript } from '../redis/script.ts';

/** A script under the name it is known by in this folder. */
export function redisScript(_name: string, lua: string): RedisScript {
  return script(lua);
}
