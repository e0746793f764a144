import { Fault } from '../errors.ts';
import type { RedisClient } from './connect.ts';
import { redisScript } from './script.ts';
import type { StatedWork } from './unit-of-work.ts';

/**
 * Checks every expectation, then does every write. Redis carries out all of a script or, when it is
 * killed, none of it; but it takes nothing back when a write is refused in the middle, for example
 * because its key holds something of another type. So nothing may be stated that can be refused.
 *
 * KEYS   the guards' keys, then the writes' keys, in order
 * ARGV   number of guards; per guard: kind, field, expected; per write: command, count, values…
 * answer -1 when written; else the index of the first expectation that did not hold, nothing written
 *
 * An empty string stands for an absent value: the product expects no empty strings.
 */
const script = redisScript(`
local guards = tonumber(ARGV[1])
local at = 2
for guard = 1, guards do
  local kind, actual = ARGV[at], nil
  if kind == 'v' then actual = redis.call('GET', KEYS[guard])
  elseif kind == 'f' then actual = redis.call('HGET', KEYS[guard], ARGV[at + 1])
  else actual = string.match(redis.call('LINDEX', KEYS[guard], 0) or '', '^[^\\n]*') end
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
 *
 * @throws Fault, with nothing written, when one write has more than `valuesPerWrite` values
 */
export async function commit(redis: RedisClient, work: StatedWork): Promise<number | undefined> {
  checkLengths(work);
  const keys = work.guardKeys.concat(work.writeKeys);
  const answer = await script(redis, keys, [work.guardKeys.length, ...work.guards, ...work.writes]);
  return answer === -1 ? undefined : Number(answer);
}

/** The script would fail at the long write, with those before it done. */
function checkLengths({ writes }: StatedWork): void {
  for (let at = 0; at < writes.length;) {
    const count = Number(writes[at + 1]);
    if (count > valuesPerWrite) {
      throw new Fault(
        `writing ${count} values with one ${writes[at]}`,
        `state at most ${valuesPerWrite} a write`,
      );
    }
    at += 2 + count;
  }
}
