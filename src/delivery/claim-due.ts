import type { RedisClient } from '../redis/connect.ts';
import { urgencies, type Urgency } from './outbox-entry.ts';
import { rateKeys, type OutboxKeys } from './outbox-keys.ts';
import type { Pace } from './pace.ts';
import { rateWindowsLua } from './rate-windows.ts';
import { redisScript } from './redis-script.ts';

/** Entries that fell due and are now to be told to the queue, most urgent first. */
export type Claimed = ReadonlyMap<Urgency, readonly string[]>;

/**
 * Moves entries that are due from waiting to queued, and finds queued ones whose telling was so long
 * ago that the queue may have lost them. Telling the queue twice is harmless; so whoever dies between
 * this step and the telling delays an entry by a lease and loses nothing.
 *
 * Broadcasts and reminders are let into the queue only up to `workingSet`; the rest stays here, where
 * an entry costs half the memory. Answers never wait for them.
 *
 * KEYS   due × 3, queued × 3, settled, then the keys of both rate windows
 * ARGV   now by the product's clock, most entries, working set, lease, how long settled ids are kept
 * answer three lists of entry ids, by urgency
 */
const script = redisScript(
  `${rateWindowsLua}
turn(KEYS[8], KEYS[9], KEYS[10], 60)
turn(KEYS[11], KEYS[12], KEYS[13], 3600)
redis.call('ZREMRANGEBYSCORE', KEYS[7], '-inf', now - ARGV[5])

local left = tonumber(ARGV[2])
local free = tonumber(ARGV[3])
local told = now + ARGV[4]
for urgency = 1, 3 do free = free - redis.call('ZCOUNT', KEYS[3 + urgency], '(' .. now, told) end

local claimed = {}
for urgency = 1, 3 do
  local due, queued = KEYS[urgency], KEYS[3 + urgency]
  local room = left
  if urgency > 1 then room = math.min(left, free) end
  local ids = {}
  if room > 0 then
    ids = redis.call('ZRANGEBYSCORE', queued, '-inf', now, 'LIMIT', 0, room)
    if #ids < room then
      for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', ARGV[1], 'LIMIT', 0, room - #ids)) do
        redis.call('ZREM', due, id)
        ids[#ids + 1] = id
      end
    end
    for _, id in ipairs(ids) do redis.call('ZADD', queued, told, id) end
  end
  left = left - #ids
  free = free - #ids
  claimed[urgency] = ids
end
return claimed
`,
);

export async function claimDue(
  redis: RedisClient,
  keys: OutboxKeys,
  now: number,
  pace: Pace,
): Promise<Claimed> {
  const answer = await script(
    redis,
    [
      ...urgencies.map((urgency) => keys.due[urgency]),
      ...urgencies.map((urgency) => keys.queued[urgency]),
      keys.settled,
      ...rateKeys(keys),
    ],
    [now, pace.batch, pace.workingSet, pace.lease, pace.settledKept],
  );
  const lists = answer as readonly (readonly string[])[];
  return new Map(urgencies.map((urgency, index) => [urgency, lists[index] ?? []]));
}
