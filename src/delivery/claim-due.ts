import type { RedisClient } from '../redis/connect.ts';
import { redisScript } from '../redis/script.ts';
import { quotaDay } from './daily-quota.ts';
import { between } from './entry-record.ts';
import { urgencies, type Urgency } from './outbox-entry.ts';
import { windowKeys, type OutboxKeys } from './outbox-keys.ts';
import type { Pace } from './pace.ts';
import { variantWindow, variantsPerWindow } from './duplicate-check.ts';
import { windowsLua } from './rate-windows.ts';
import { spendLua } from './spending.ts';

export interface ClaimedBatch {
  readonly entries: readonly ClaimedEntry[];
  /** Whether others may be due as well. */
  readonly rest: 'perhaps' | 'none';
  /** Person-times that WeCom has been given today. */
  readonly sent: number;
}

/** An entry that fell due and is now to be told to the queue. */
export interface ClaimedEntry {
  readonly id: string;
  readonly urgency: Urgency;
  /** The entry as it was written down. */
  readonly record: string;
  /** Which message to this recipient this is, for `duplicateCheckSeconds`. */
  readonly variant: number;
}

/**
 * Moves entries that are due from waiting to queued, and finds queued ones whose telling was so long
 * ago that the queue may have lost them. Telling the queue twice is harmless; so whoever dies between
 * this step and the telling delays an entry by a lease and loses nothing. Entries that were settled
 * before, and then accepted once more because their cause was processed again, are dropped.
 *
 * The variant is kept with the entry, so that it has the same bytes again although Redis, when it was
 * killed, forgot what came after this step, the try itself included.
 *
 * Broadcasts and reminders are let into the queue only up to `workingSet`; the rest stays here, where
 * an entry costs half the memory. Answers never wait for them.
 *
 * KEYS   due × 3, queued × 3, entries, settled, followers, then the windows of minute, hour, variants;
 *        files, subjects, sizes, series, quota, chosen variants
 * ARGV   now by the product's clock, most entries, working set, lease, how long settled ids are kept,
 *        number of the day of WeCom's
 * answer 1 when others may be due as well, person-times spent, then for each to be told: id, number of
 *        its urgency from 0, record, variant
 */
const script = redisScript(
  `${windowsLua}${spendLua}
local entries, settled, followers, variants = KEYS[7], KEYS[8], KEYS[9], KEYS[17]
local chosen = KEYS[24]
local beside = { KEYS[19], KEYS[20], KEYS[21], chosen }
turn(KEYS[10], KEYS[11], KEYS[12], 60)
local hourFrom = turn(KEYS[13], KEYS[14], KEYS[15], 3600)
turn(KEYS[16], KEYS[17], KEYS[18], ${variantWindow})
local firstVariant = redis.call('GET', KEYS[16]) % 2 * ${variantsPerWindow}
redis.call('ZREMRANGEBYSCORE', settled, '-inf', now - ARGV[5])
redis.call('ZREMRANGEBYSCORE', KEYS[22], '-inf', '(' .. hourFrom)

local left = tonumber(ARGV[2])
local free = tonumber(ARGV[3])
local told = now + ARGV[4]
for urgency = 1, 3 do free = free - redis.call('ZCOUNT', KEYS[3 + urgency], '(' .. now, told) end

local function variantOf(record)
  local head = string.find(record, '\\n', 1, true)
  if not head or not string.find(record, '^{"kind":"send"') then return 0 end
  local isToOne = not string.find(record, '${between}', head, true)
  local addressee = isToOne and string.lower(string.sub(record, head + 1)) or '*'
  return firstVariant + redis.call('HINCRBY', variants, addressee, 1) % ${variantsPerWindow}
end

local function variantFor(id, record)
  local before = redis.call('HGET', chosen, id)
  if before then return tonumber(before) end
  local variant = variantOf(record)
  redis.call('HSET', chosen, id, variant)
  return variant
end

local claimed = { 0, spent(KEYS[23], ARGV[6]) }
for urgency = 1, 3 do
  local due, queued = KEYS[urgency], KEYS[3 + urgency]
  local room = left
  if urgency > 1 then room = math.min(left, free) end
  if room > 0 then
    local ids = redis.call('ZRANGEBYSCORE', queued, '-inf', now, 'LIMIT', 0, room)
    local again = #ids
    if again < room then
      for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', ARGV[1], 'LIMIT', 0, room - again)) do
        ids[#ids + 1] = id
      end
    end
    for at, id in ipairs(ids) do
      if at > again then redis.call('ZREM', due, id) end
      local record = redis.call('HGET', entries, id)
      if not record or redis.call('ZSCORE', settled, id) then
        local follower = redis.call('HGET', followers, id)
        if follower then redis.call('ZADD', queued, now, follower) end
        redis.call('HDEL', followers, id)
        redis.call('HDEL', entries, id)
        for _, hash in ipairs(beside) do redis.call('HDEL', hash, id) end
        redis.call('ZREM', queued, id)
      else
        redis.call('ZADD', queued, told, id)
        claimed[#claimed + 1] = { id, urgency - 1, record, variantFor(id, record) }
      end
    end
    left = left - #ids
    free = free - #ids
  end
end
if left == 0 then claimed[1] = 1 end
return claimed
`,
);

/** At most `pace.batch` entries, most urgent first. `now`: the instant by the product's clock. */
export async function claimDue(
  redis: RedisClient,
  keys: OutboxKeys,
  now: number,
  pace: Pace,
): Promise<ClaimedBatch> {
  const answer = await script(
    redis,
    [
      ...urgencies.map((urgency) => keys.due[urgency]),
      ...urgencies.map((urgency) => keys.queued[urgency]),
      keys.entries,
      keys.settled,
      keys.followers,
      ...windowKeys(keys.minute, keys.hour, keys.variants),
      keys.files,
      keys.subjects,
      keys.sizes,
      keys.series,
      keys.quota,
      keys.chosenVariants,
    ],
    [now, pace.batch, pace.workingSet, pace.lease, pace.settledKept, quotaDay(now)],
  );
  const [rest, sent, ...rows] = answer as Answer;
  return {
    sent,
    entries: rows.map(([id, urgency, record, variant]) => ({
      id,
      urgency: urgencies[urgency] ?? 'notice',
      record,
      variant,
    })),
    rest: rest === 1 ? 'perhaps' : 'none',
  };
}

type Answer = readonly [rest: number, sent: number, ...rows: readonly ClaimedRow[]];

type ClaimedRow = readonly [id: string, urgency: number, record: string, variant: number];
