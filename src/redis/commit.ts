import type { RedisClient } from './connect.ts';
import { redisScript } from './script.ts';
import type { StatedWork } from './unit-of-work.ts';

/**
 * Checks every expectation, then does every write.
 *
 * KEYS   the guards' keys, then the writes' keys, in order
 * ARGV   number of guards; per guard: kind, field, expected; per write: command, count, values…
 * answer -1 when written; else the index of the first expectation that did not hold, nothing written
 *
 * An empty string stands for an absent value: the product never stores empty strings.
 */
const script = redisScript(`
local guards = tonumber(ARGV[1])
local at = 2
for guard = 1, guards do
  local actual
  if ARGV[at] == 'v' then actual = redis.call('GET', KEYS[guard])
  else actual = redis.call('HGET', KEYS[guard], ARGV[at + 1]) end
  if (actual or '') ~= ARGV[at + 2] then return guard - 1 end
  at = at + 3
end
local key = guards
while at <= #ARGV do
  local count = tonumber(ARGV[at + 1])
  key = key + 1
  redis.call(ARGV[at], KEYS[key], unpack(ARGV, at + 2, at + 1 + count))
  at = at + 2 + count
end
return -1
`);

/** Lua's stack holds about 8,000 values; one write stays well below. Longer lists are several writes. */
export const valuesPerWrite = 2000;

/**
 * Writes a unit of work in one step.
 * Returns `undefined` when it was written, else the index of the expectation that failed, counted in
 * the order they were stated; then nothing was written.
 */
export async function commit(redis: RedisClient, work: StatedWork): Promise<number | undefined> {
  const keys = work.guardKeys.concat(work.writeKeys);
  const answer = await script(redis, keys, [work.guardKeys.length, ...work.guards, ...work.writes]);
  return answer === -1 ? undefined : Number(answer);
}
