import type { RedisClient } from '../redis/connect.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import { redisScript } from './redis-script.ts';

/** What is known of an entry when its turn has come. */
export interface LoadedEntry {
  /** The entry as it was written down. */
  readonly record: string;
  /** The bytes of its first try, when it has been tried. */
  readonly body: string | undefined;
  /** Which body to this recipient this is, counted from 1, when it has not been tried. */
  readonly variant: number;
  /** It was settled before, and then accepted once more because its cause was processed again. */
  readonly settledBefore: boolean;
  /** The instant by Redis' clock, in milliseconds. */
  readonly now: number;
}

/**
 * KEYS   entries, bodies, variants, settled
 * ARGV   entry id
 * answer nil when there is no such entry; else record, body or '', variant, 1 if settled before, now
 */
const script = redisScript(
  `
local record = redis.call('HGET', KEYS[1], ARGV[1])
if not record then return nil end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('ZSCORE', KEYS[4], ARGV[1]) then return { record, '', 0, 1, now } end
local body = redis.call('HGET', KEYS[2], ARGV[1])
if body then return { record, body, 0, 0, now } end
local readable, entry = pcall(cjson.decode, record)
if not readable or entry.kind ~= 'send' then return { record, '', 0, 0, now } end
local addressee = '*'
if #entry.recipients == 1 then addressee = string.lower(entry.recipients[1]) end
return { record, '', redis.call('HINCRBY', KEYS[3], addressee, 1), 0, now }
`,
);

/** Reads an entry whose turn has come; `undefined` when it is settled. */
export async function loadEntry(
  redis: RedisClient,
  keys: OutboxKeys,
  id: string,
): Promise<LoadedEntry | undefined> {
  const answer = await script(redis, [keys.entries, keys.bodies, keys.variants, keys.settled], [id]);
  if (answer === null) return undefined;
  const [record, body, variant, settledBefore, now] = answer as Answer;
  return { record, body: body === '' ? undefined : body, variant, settledBefore: settledBefore === 1, now };
}

type Answer = readonly [record: string, body: string, variant: number, settledBefore: number, now: number];
