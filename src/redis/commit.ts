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
 * ARGV   1 as JSON: `guards`, each kind, field, expected; `writes`, each command, values…. One argument,
 *          because every further one costs the service more than all that Redis does with it.
 * answer -1 when written; else the index of the first expectation that did not hold, nothing written
 *
 * An empty string stands for an absent value: the product expects no empty strings.
 */
const script = redisScript(`
local work = cjson.decode(ARGV[1])
for place, guard in ipairs(work.guards) do
  local kind, field, expected = unpack(guard)
  local key, actual = KEYS[place], nil
  if kind == 'v' then actual = redis.call('GET', key)
  elseif kind == 's' then actual = redis.call('GETRANGE', key, 0, #expected - 1)
  elseif kind == 'f' then actual = redis.call('HGET', key, field)
  else actual = string.match(redis.call('LINDEX', key, 0) or '', '^[^\\n]*') end
  if (actual or '') ~= expected then return place - 1 end
end
for place, write in ipairs(work.writes) do
  redis.call(write[1], KEYS[#work.guards + place], unpack(write, 2))
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
  const keys = [...work.guards, ...work.writes].map(({ key }) => key);
  const answer = await script(redis, keys, [packed(work)]);
  return answer === -1 ? undefined : Number(answer);
}

/** Numbers go as text: Lua would write 0.1 with seventeen digits. */
function packed({ guards, writes }: StatedWork): string {
  const stated = {
    guards: guards.map(({ kind, field, expected }) => [kind, field, expected]),
    writes: writes.map(({ command, values }) => [command, ...values.map(String)]),
  };
  const json = JSON.stringify(stated);
  // Half a character, as careless cutting leaves it, becomes an escape that Redis refuses to read.
  return json.includes('\\ud') ? JSON.stringify(stated, wholeCharacters) : json;
}

function wholeCharacters(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/** The script would fail at the long write, with those before it done. */
function checkLengths({ writes }: StatedWork): void {
  const long = writes.find(({ values }) => values.length > valuesPerWrite);
  if (long === undefined) return;
  throw new Fault(
    `writing ${long.values.length} values with one ${long.command}`,
    `state at most ${valuesPerWrite} a write`,
  );
}
