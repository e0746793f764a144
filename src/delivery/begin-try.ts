import type { RedisClient } from '../redis/connect.ts';
import { repeatableFor } from './duplicate-check.ts';
import { rateKeys, type OutboxKeys } from './outbox-keys.ts';
import { mostPerHour, mostPerMinute, rateWindowsLua } from './rate-windows.ts';
import { redisScript } from '../redis/script.ts';

/** Whether a message may go to WeCom now. Instants are milliseconds by Redis' clock. */
export type Beginning =
  /** Send `body`; it may have been chosen by an earlier try. `tried` identifies this try's claim. */
  | {
      readonly kind: 'go';
      readonly body: string;
      readonly tried: string;
      readonly now: number;
      readonly minuteLeft: number;
    }
  /** These recipients, in lower case, have got as much as a minute or an hour allows. */
  | {
      readonly kind: 'full';
      readonly full: ReadonlySet<string>;
      readonly triedBefore: boolean;
      readonly now: number;
      readonly wait: number;
    }
  /** A try so long ago that a repeat might be delivered twice; whether it arrived cannot be known. */
  | { readonly kind: 'tooLate'; readonly tried: string; readonly now: number }
  /** Another sender has settled it. */
  | { readonly kind: 'gone' };

/**
 * The step before every send: takes the recipients' shares of the minute and the hour, all or none, and
 * writes down that from now on WeCom may have this message, and with which bytes.
 *
 * KEYS   entries, bodies, tried, then the keys of both rate windows
 * ARGV   entry id, body, how long a try may be repeated, most a minute, most an hour, userids…
 * answer {'gone'} | {'tooLate', tried, now}
 *        | {'full', 1 if tried before, now, ms until the next minute, userids…}
 *        | {'go', body, tried, now, ms until the next minute}
 */
const script = redisScript(
  `${rateWindowsLua}
local id = ARGV[1]
if redis.call('HEXISTS', KEYS[1], id) == 0 then return { 'gone' } end
local tried = redis.call('HGET', KEYS[3], id)
if tried and now - tried > tonumber(ARGV[3]) then return { 'tooLate', tried, now } end

turn(KEYS[4], KEYS[5], KEYS[6], 60)
turn(KEYS[7], KEYS[8], KEYS[9], 3600)
local left = 60000 - now % 60000
local people = {}
for at = 6, #ARGV do people[#people + 1] = ARGV[at] end

local function counts(key) return redis.call('HMGET', key, unpack(people)) end
local minute, minuteBefore = counts(KEYS[5]), counts(KEYS[6])
local hour, hourBefore = counts(KEYS[8]), counts(KEYS[9])
local full = { 'full', redis.call('HEXISTS', KEYS[2], id), now, left }
local minuteNow, hourNow = {}, {}
for at, person in ipairs(people) do
  local inMinute, inHour = (minute[at] or 0) + 1, (hour[at] or 0) + 1
  if inMinute + (minuteBefore[at] or 0) > tonumber(ARGV[4]) or inHour + (hourBefore[at] or 0) > tonumber(ARGV[5]) then
    full[#full + 1] = person
  end
  minuteNow[2 * at - 1], minuteNow[2 * at] = person, inMinute
  hourNow[2 * at - 1], hourNow[2 * at] = person, inHour
end
if #full > 4 then return full end

redis.call('HSET', KEYS[5], unpack(minuteNow))
redis.call('HSET', KEYS[8], unpack(hourNow))
redis.call('HSETNX', KEYS[2], id, ARGV[2])
if not tried then
  tried = string.format('%.0f', now)
  redis.call('HSET', KEYS[3], id, tried)
end
return { 'go', redis.call('HGET', KEYS[2], id), tried, now, left }
`,
);

/** `body` is what to send if this is the first try. There has to be at least one recipient. */
export async function beginTry(
  redis: RedisClient,
  keys: OutboxKeys,
  id: string,
  body: string,
  recipients: readonly string[],
): Promise<Beginning> {
  const people = recipients.map((userid) => userid.toLowerCase());
  const answer = (await script(
    redis,
    [keys.entries, keys.bodies, keys.tried, ...rateKeys(keys)],
    [id, body, repeatableFor, mostPerMinute, mostPerHour, ...people],
  )) as Answer;

  switch (answer[0]) {
    case 'gone':
      return { kind: 'gone' };
    case 'tooLate':
      return { kind: 'tooLate', tried: answer[1], now: answer[2] };
    case 'full': {
      const [, triedBefore, now, wait, ...full] = answer;
      return { kind: 'full', full: new Set(full), triedBefore: triedBefore === 1, now, wait };
    }
    case 'go':
      return { kind: 'go', body: answer[1], tried: answer[2], now: answer[3], minuteLeft: answer[4] };
  }
}

type Answer =
  | readonly ['gone']
  | readonly ['tooLate', tried: string, now: number]
  | readonly ['full', triedBefore: number, now: number, wait: number, ...full: readonly string[]]
  | readonly ['go', body: string, tried: string, now: number, minuteLeft: number];
