import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * How many messages one person may get in two adjoining windows together, so that no stretch of that
 * length has more. WeCom drops what exceeds 30 a minute or 1,000 an hour without a word (protocol §8.1).
 */
export const mostPerMinute = 30;
export const mostPerHour = 1000;

/**
 * Lua: `now` in milliseconds by Redis' clock, the one clock all replicas share, and
 * `turn(numberKey, currentKey, previousKey, seconds)`, which starts the present window if it has not
 * been started. The windows' numbers are in the values, so nothing rests on a key expiring. A clock
 * that steps back only prolongs the present window.
 */
export const windowsLua = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function turn(number, current, previous, seconds)
  local present = math.floor(time[1] / seconds)
  local known = tonumber(redis.call('GET', number))
  if known and known >= present then return end
  redis.call('SET', number, present)
  if not known then return end
  redis.call('UNLINK', previous)
  if redis.call('EXISTS', current) == 0 then return end
  if known == present - 1 then redis.call('RENAME', current, previous)
  else redis.call('UNLINK', current) end
end
`;

/**
 * Counts a message outside the outbox, a passive reply, for the person's share. It is never refused:
 * the person has just asked. (Whether WeCom counts passive replies is unknown, protocol §11.)
 */
export function countMessage(work: UnitOfWork, keys: OutboxKeys, userid: string): void {
  for (const { current } of [keys.minute, keys.hour]) {
    work.write('HINCRBY', current, userid.toLowerCase(), 1);
  }
}
