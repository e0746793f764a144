import { randomUUID } from 'node:crypto';
import { Fault } from '../errors.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';

/**
 * What became of the slots, shared by all replicas: each slot is run by one of them, and again by
 * somebody when that one did not come to its end. While a job is at work on one slot, nobody begins
 * another slot of it.
 *
 * Key `schedule`, one hash that never grows old, three fields a job at the most:
 *   `<job>`         its newest slot that was handled, in milliseconds since the epoch; never decreases
 *   `<job>:owner`   who runs it now
 *   `<job>:until`   when the owner counts as dead unless it says otherwise, on Redis's own clock, the
 *                   one that all replicas share and that nobody moves
 */
export interface SlotMarks {
  /**
   * The newest slot of each job that was handled, by name. A job seen for the first time counts as
   * handled up to `now`: what was scheduled before the service knew of it is not caught up.
   */
  last(jobs: readonly string[], now: number): Promise<ReadonlyMap<string, number>>;
  /**
   * Takes a slot to run it. `undefined` when somebody has run it, or runs this job just now.
   * The claim stays good until it is settled, as long as this process lives and reaches Redis.
   */
  claim(job: string, at: number): Promise<Claim | undefined>;
}

/** A slot that is ours to run. It has to be settled by one of the two. */
export interface Claim {
  /** The slot was run: nobody runs it again. */
  done(): Promise<void>;
  /** The run failed: whoever comes next may try. */
  release(): Promise<void>;
}

/**
 * `lease` in milliseconds: how long after the death of its owner a slot stays taken. Claims are renewed
 * three times as often, so that one lost renewal costs nothing.
 */
export function createSlotMarks(redis: RedisClient, keys: Keys, lease = 60_000): SlotMarks {
  const key = keys('schedule');

  return {
    async last(jobs, now) {
      if (jobs.length === 0) return new Map();
      const marks = (await redis.eval(lastScript, 1, key, now, ...jobs)) as readonly string[];
      return new Map(jobs.map((job, index) => [job, instantOf(marks[index], job, key)]));
    },

    async claim(job, at) {
      const owner = randomUUID();
      const taken = await redis.eval(claimScript, 1, key, job, at, owner, lease);
      if (taken !== 1) return undefined;

      const renewal = setInterval(() => {
        // Unreachable: the next renewal tries again, and when none arrives the slot is free, as it should be.
        redis.eval(renewScript, 1, key, job, owner, lease).catch(() => {});
      }, lease / 3);
      renewal.unref();
      const settle = async (handled: number | ''): Promise<void> => {
        clearInterval(renewal);
        await redis.eval(settleScript, 1, key, job, owner, handled);
      };
      return { done: () => settle(at), release: () => settle('') };
    },
  };
}

function instantOf(mark: string | undefined, job: string, key: string): number {
  const instant = Number(mark);
  if (Number.isSafeInteger(instant)) return instant;
  throw new Fault(`read the last slot of the job ${job}`, `delete the field ${job} of the Redis hash ${key}`);
}

/**
 * KEYS the hash
 * ARGV now; names of jobs
 * answer for each job its newest handled slot
 */
const lastScript = `
local answer = {}
for i = 2, #ARGV do
  redis.call('HSETNX', KEYS[1], ARGV[i], ARGV[1])
  answer[i - 1] = redis.call('HGET', KEYS[1], ARGV[i])
end
return answer
`;

const redisNow = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/**
 * KEYS the hash
 * ARGV job, slot, owner, lease in milliseconds
 * answer 1 when the slot is the owner's now, 0 when it was handled or the job is being run
 */
const claimScript = `${redisNow}
local last = tonumber(redis.call('HGET', KEYS[1], ARGV[1]))
if last and last >= tonumber(ARGV[2]) then return 0 end
local leased = tonumber(redis.call('HGET', KEYS[1], ARGV[1] .. ':until'))
if leased and leased > now then return 0 end
redis.call('HSET', KEYS[1], ARGV[1] .. ':owner', ARGV[3], ARGV[1] .. ':until', now + ARGV[4])
return 1
`;

/**
 * KEYS the hash
 * ARGV job, owner, lease in milliseconds
 * answer 1 when the claim is still the owner's and was prolonged, else 0
 */
const renewScript = `${redisNow}
if redis.call('HGET', KEYS[1], ARGV[1] .. ':owner') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1] .. ':until', now + ARGV[3])
return 1
`;

/**
 * KEYS the hash
 * ARGV job, owner, the slot that was handled or '' when it was not
 * A slot that was run is handled even if the owner had lost its claim meanwhile.
 */
const settleScript = `
local last = tonumber(redis.call('HGET', KEYS[1], ARGV[1]))
local handled = tonumber(ARGV[3])
if handled and (not last or handled > last) then redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
if redis.call('HGET', KEYS[1], ARGV[1] .. ':owner') == ARGV[2] then
  redis.call('HDEL', KEYS[1], ARGV[1] .. ':owner', ARGV[1] .. ':until')
end
return 1
`;
