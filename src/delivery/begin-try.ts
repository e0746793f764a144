import type { RedisClient } from '../redis/connect.ts';
import { redisScript } from '../redis/script.ts';
import { repeatableFor } from './duplicate-check.ts';
import { windowKeys, type OutboxKeys } from './outbox-keys.ts';
import { spendLua } from './spending.ts';
import { mostPerHour, mostPerMinute, windowsLua } from './rate-windows.ts';

/** Whether a message may go to WeCom now. Instants are milliseconds by Redis' clock. */
export type Beginning =
  /** Send `body`; it may have been chosen by an earlier try. `tried` identifies this try's claim. */
  | {
      readonly kind: 'go';
      readonly follower: string | undefined;
      readonly body: string;
      readonly tried: string;
      readonly now: number;
      readonly minuteLeft: number;
      /** Those of the recipients, in lower case, whom the last message did not reach. */
      readonly unreachable: readonly string[];
    }
  /** These recipients, in lower case, have got as much as a minute or an hour allows. */
  | {
      readonly kind: 'full';
      readonly follower: string | undefined;
      readonly full: ReadonlySet<string>;
      readonly triedBefore: boolean;
      readonly now: number;
      readonly wait: number;
    }
  /** A try so long ago that a repeat might be delivered twice; whether it arrived cannot be known. */
  | {
      readonly kind: 'tooLate';
      readonly follower: string | undefined;
      readonly tried: string;
      readonly now: number;
    }
  /** There are no bytes to send. */
  | { readonly kind: 'bodiless'; readonly follower: string | undefined; readonly now: number }
  /** Another sender has settled it. */
  | { readonly kind: 'gone' };

/**
 * The step before every send: takes the recipients' shares of the minute and the hour, all or none, and
 * writes down that from now on WeCom may have this message, and with which bytes.
 *
 * KEYS   entries, bodies, tried, the keys of both rate windows, unreachable, followers, quota
 * ARGV   entry id, body, how long a try may be repeated, most a minute, most an hour, userids with `|`
 *        between them (a thousand values would take Node a third of a millisecond), number of the day
 * answer {'gone'}, or a kind, the entry that waits for this one or '', now, and
 *        for 'bodiless' nothing; for 'tooLate' tried;
 *        for 'full' 1 if tried before, ms until the next minute, userids…;
 *        for 'go' body, tried, ms until the next minute, userids that were unreachable…
 */
const script = redisScript(
  `${windowsLua}
${spendLua}
local id = ARGV[1]
if redis.call('HEXISTS', KEYS[1], id) == 0 then return { 'gone' } end
local follower = redis.call('HGET', KEYS[11], id) or ''
local tried = redis.call('HGET', KEYS[3], id)
if tried and now - tried > tonumber(ARGV[3]) then return { 'tooLate', follower, now, tried } end
local body = redis.call('HGET', KEYS[2], id) or ARGV[2]
if body == '' then return { 'bodiless', follower, now } end

turn(KEYS[4], KEYS[5], KEYS[6], 60)
turn(KEYS[7], KEYS[8], KEYS[9], 3600)
local left = 60000 - now % 60000
local people = {}
for person in string.gmatch(ARGV[6], '[^|]+') do people[#people + 1] = person end

local function read(key) return redis.call('HMGET', key, unpack(people)) end
local minute, minuteBefore = read(KEYS[5]), read(KEYS[6])
local hour, hourBefore = read(KEYS[8]), read(KEYS[9])
local full = { 'full', follower, now, redis.call('HEXISTS', KEYS[2], id), left }
local minuteNow, hourNow = {}, {}
for at, person in ipairs(people) do
  local inMinute, inHour = (minute[at] or 0) + 1, (hour[at] or 0) + 1
  if inMinute + (minuteBefore[at] or 0) > tonumber(ARGV[4]) or inHour + (hourBefore[at] or 0) > tonumber(ARGV[5]) then
    full[#full + 1] = person
  end
  minuteNow[2 * at - 1], minuteNow[2 * at] = person, inMinute
  hourNow[2 * at - 1], hourNow[2 * at] = person, inHour
end
if #full > 5 then return full end

redis.call('HSET', KEYS[5], unpack(minuteNow))
redis.call('HSET', KEYS[8], unpack(hourNow))
redis.call('HSETNX', KEYS[2], id, body)
if not tried then
  tried = string.format('%.0f', now)
  redis.call('HSET', KEYS[3], id, tried)
  spend(KEYS[12], ARGV[7], #people)
end
local go = { 'go', follower, now, body, tried, left }
if redis.call('EXISTS', KEYS[10]) == 1 then
  for at, note in ipairs(read(KEYS[10])) do
    if note then go[#go + 1] = people[at] end
  end
end
return go
`,
);

export interface Attempt {
  /** What to send if this is the first try; `''` when it cannot be encoded. */
  readonly body: string;
  readonly recipients: readonly string[];
  /** The day of WeCom's, for the quota. */
  readonly day: number;
}

export async function beginTry(
  redis: RedisClient,
  keys: OutboxKeys,
  id: string,
  { body, recipients, day }: Attempt,
): Promise<Beginning> {
  const answer = (await script(
    redis,
    [
      keys.entries,
      keys.bodies,
      keys.tried,
      ...windowKeys(keys.minute, keys.hour),
      keys.unreachable,
      keys.followers,
      keys.quota,
    ],
    [id, body, repeatableFor, mostPerMinute, mostPerHour, recipients.join('|').toLowerCase(), day],
  )) as Answer;

  if (answer[0] === 'gone') return { kind: 'gone' };
  const [, waiting, now] = answer;
  const follower = waiting === '' ? undefined : waiting;
  switch (answer[0]) {
    case 'bodiless':
      return { kind: 'bodiless', follower, now };
    case 'tooLate':
      return { kind: 'tooLate', follower, now, tried: answer[3] };
    case 'full': {
      const [, , , triedBefore, wait, ...full] = answer;
      return { kind: 'full', follower, now, full: new Set(full), triedBefore: triedBefore === 1, wait };
    }
    case 'go': {
      const [, , , sent, tried, minuteLeft, ...unreachable] = answer;
      return { kind: 'go', follower, now, body: sent, tried, minuteLeft, unreachable };
    }
  }
}

type Answer =
  | readonly ['gone']
  | readonly ['bodiless', follower: string, now: number]
  | readonly ['tooLate', follower: string, now: number, tried: string]
  | readonly [
      'full',
      follower: string,
      now: number,
      triedBefore: number,
      wait: number,
      ...full: readonly string[],
    ]
  | readonly [
      'go',
      follower: string,
      now: number,
      body: string,
      tried: string,
      minuteLeft: number,
      ...unreachable: readonly string[],
    ];
