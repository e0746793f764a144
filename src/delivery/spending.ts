import type { RedisClient } from '../redis/connect.ts';
import { redisScript } from '../redis/script.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { startOfQuotaDay } from './daily-quota.ts';
import { urgencies, type SendEntry } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';

/**
 * Lua: `spent(quotaKey, day)`, what WeCom has been given on a day, and `spend(quotaKey, day, people)`,
 * which counts it. A day of a replica whose clock is behind counts as the present one.
 */
export const spendLua = `
local function spent(quota, day)
  local present = tonumber(redis.call('HGET', quota, 'day') or -1)
  if tonumber(day) > present then return 0 end
  return tonumber(redis.call('HGET', quota, 'sent'))
end

local function spend(quota, day, people)
  local present = tonumber(redis.call('HGET', quota, 'day') or -1)
  if tonumber(day) > present then redis.call('HSET', quota, 'day', day, 'sent', people)
  else redis.call('HINCRBY', quota, 'sent', people) end
end
`;

/** WeCom certainly has not taken a message: it is as if no try had been made, and nothing spent. */
export async function forgetTry(
  redis: RedisClient,
  keys: OutboxKeys,
  { id, recipients }: SendEntry,
): Promise<void> {
  await forgetScript(redis, [keys.tried, keys.quota], [id, recipients.length]);
}

/** KEYS tried, quota; ARGV entry id, people */
const forgetScript = redisScript(`
if redis.call('HDEL', KEYS[1], ARGV[1]) == 1 then redis.call('HINCRBY', KEYS[2], 'sent', -ARGV[2]) end
`);

/** States that people, who were counted when a try began, have certainly been given nothing. */
export function giveBack(work: UnitOfWork, keys: OutboxKeys, people: number): void {
  work.write('HINCRBY', keys.quota, 'sent', -people);
}

/** Person-times of one day of WeCom's. */
export interface Spending {
  readonly sent: number;
  readonly promised: number;
}

/**
 * `today`: whether it is the present day, which what is overdue belongs to, too. An entry whose answer
 * is not known counts as sent.
 */
export async function spendingOn(
  redis: RedisClient,
  keys: OutboxKeys,
  day: number,
  which: 'today' | 'later',
): Promise<Spending> {
  const answer = await spendingScript(
    redis,
    [
      ...urgencies.map((urgency) => keys.due[urgency]),
      ...urgencies.map((urgency) => keys.queued[urgency]),
      keys.tried,
      keys.sizes,
      keys.quota,
      keys.followers,
    ],
    [which, day, startOfQuotaDay(day), startOfQuotaDay(day + 1)],
  );
  const [sent, promised] = answer as readonly [number, number];
  return { sent: Math.max(0, sent), promised: Math.max(0, promised) };
}

/**
 * Each entry stands for one person, and those to several are looked up one by one: broadcasts share
 * calls, so these are few. What follows such a call, its file, goes when it does.
 *
 * KEYS   due × 3, queued × 3, tried, sizes, quota, followers
 * ARGV   today or later, number of the day, its beginning and its end by the product's clock
 * answer sent, promised
 */
const spendingScript = redisScript(`
local tried, sizes, quota, followers = KEYS[7], KEYS[8], KEYS[9], KEYS[10]
local isToday = ARGV[1] == 'today'
local from, till = isToday and '-inf' or ARGV[3], '(' .. ARGV[4]
local promised = 0
for urgency = 1, 3 do
  promised = promised + redis.call('ZCOUNT', KEYS[urgency], from, till)
  if isToday then promised = promised + redis.call('ZCARD', KEYS[3 + urgency]) end
end
if isToday then promised = promised - redis.call('HLEN', tried) end

local function isOfThatDay(id)
  for urgency = 1, 3 do
    local due = redis.call('ZSCORE', KEYS[urgency], id)
    if due then return tonumber(due) < tonumber(ARGV[4]) and (isToday or tonumber(due) >= tonumber(ARGV[3])) end
    if isToday and redis.call('ZSCORE', KEYS[3 + urgency], id) then return true end
  end
  return false
end
local function sizeOf(id) return tonumber(redis.call('HGET', sizes, id) or 1) end
for _, id in ipairs(redis.call('HKEYS', sizes)) do
  if isOfThatDay(id) then
    if redis.call('HEXISTS', tried, id) == 0 then promised = promised + sizeOf(id) - 1 end
    local follower = redis.call('HGET', followers, id)
    if follower then promised = promised + sizeOf(follower) end
  end
end
local sent = 0
if redis.call('HGET', quota, 'day') == ARGV[2] then sent = tonumber(redis.call('HGET', quota, 'sent')) end
return { sent, promised }
`);
