import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * How many messages one person may get in two adjoining windows together, so that no stretch of that
 * length has more. WeCom drops what exceeds 30 a minute or 1,000 an hour without a word (protocol §8.1).
 */
export const mostPerMinute = 30;
export const mostPerHour = 1000;

/**
 * Messages to single people are counted person by person. A broadcast is counted once for everybody,
 * whoever is in it: its calls go to different people (`SendEntry.series`), so nobody gets it twice, and a
 * call to a thousand costs one step instead of a thousand. That errs on the safe side; so that nobody
 * waits because of many broadcasts to others, only so many are counted in this way, and further ones in
 * the same two windows person by person.
 */
export const seriesPerMinute = 8;
export const seriesPerHour = 200;

/**
 * Lua: `now` in milliseconds by Redis' clock, the one clock all replicas share, and
 * `turn(numberKey, currentKey, previousKey, seconds)`, which starts the present window if it has not
 * been started, and answers the instant at which the window before began. The windows' numbers are in
 * the values, so nothing rests on a key expiring. A clock that steps back only prolongs the present
 * window.
 */
export const windowsLua = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function turn(number, current, previous, seconds)
  local present = math.floor(time[1] / seconds)
  local known = tonumber(redis.call('GET', number))
  if known and known >= present then return (known - 1) * seconds * 1000 end
  redis.call('SET', number, present)
  if known then
    redis.call('UNLINK', previous)
    if redis.call('EXISTS', current) == 1 then
      if known == present - 1 then redis.call('RENAME', current, previous)
      else redis.call('UNLINK', current) end
    end
  end
  return (present - 1) * seconds * 1000
end
`;

/**
 * Counts a message outside the outbox, a passive reply, for the person's share. It is never refused:
 * the person has just asked. (Whether WeCom counts passive replies is unknown, protocol §11.)
 */
export function countMessage(work: UnitOfWork, keys: OutboxKeys, userid: string): void {
  for (const { current } of [keys.minute, keys.hour]) {
    work.write('ZINCRBY', current, 1, userid.toLowerCase());
  }
}

/** Counts a message of a series that reached people at an instant by Redis' clock. */
export function countSeries(work: UnitOfWork, keys: OutboxKeys, series: string, at: number): void {
  work.write('ZADD', keys.series, at, series);
}
