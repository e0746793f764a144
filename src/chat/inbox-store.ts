import { z } from 'zod';
import { commit } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import { redisScript } from '../redis/script.ts';
import type { Keys } from '../redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Desk } from './desk.ts';
import type { Saying } from './saying.ts';

/*
 * Keys, all of them short-lived:
 *   answer:<identity>   string  the passive answer ('' for none), kept 48 hours for repeats (contract §3)
 *   queue:<userid>      list    the member's sayings whose turn is not done, in the order of arrival;
 *                               each `<identity>\\n<JSON>`
 *   lease:<userid>      string  who is doing the first of them; lapses by itself when the owner died
 *   desk:<userid>       hash    see desk.ts
 *   late                hash    identity → saying as JSON: acknowledged to WeCom before it was done
 * and, owned by the roster: roster:version.
 *
 * The lease is measured in real seconds by Redis. It is no rule of the product: when it lapses too
 * early, two processes may work on one turn, and the commit, guarded by the lease, lets one of them win.
 */

/** What happened when a saying was brought to the inbox. */
export type Beginning =
  | { readonly state: 'answered'; readonly answer: string }
  /** Another turn of this member, or another copy of this one, is being done. */
  | { readonly state: 'waiting' }
  /**
   * The lease is ours, for `saying`: the one that was brought, or an earlier one of the same member
   * whose owner died. `late` says that WeCom no longer waits for the answer.
   */
  | {
      readonly state: 'begun';
      readonly saying: Saying;
      readonly late: boolean;
      readonly rosterVersion: string;
      readonly desk: Desk;
    };

export interface InboxStore {
  begin(saying: Saying, member: string, owner: string): Promise<Beginning>;
  /** The desk again, after an expectation failed. */
  desk(member: string): Promise<Desk>;
  /** A unit of work that is only written while the lease is still ours. */
  work(member: string, owner: string): StatedWork;
  /**
   * Writes the turn's work, its answer and its end in one step. `undefined` when written; `lost` when
   * the lease has passed to somebody else; `conflict` when another expectation failed.
   */
  finish(member: string, ending: Ending): Promise<'lost' | 'conflict' | undefined>;
  /** Notes that WeCom was told "received" although the turn is not done, so that it is surely done. */
  acknowledge(saying: Saying): Promise<void>;
  /** States that an acknowledged saying is done and answered. */
  forget(saying: Saying, work: StatedWork): void;
  /** Sayings that were acknowledged and may have been left undone by a process that died. */
  acknowledged(): Promise<readonly Saying[]>;
  deskKey(member: string): string;
}

export interface Ending {
  readonly saying: Saying;
  readonly work: StatedWork;
  /** Kept for repeats; `undefined` keeps nothing (for people who have left the roster). */
  readonly answer: string | undefined;
}

export function createInboxStore(redis: RedisClient, keys: Keys, leaseMilliseconds: number): InboxStore {
  const lateKey = keys('late');
  const versionKey = keys('roster', 'version');
  const answerKey = (identity: string): string => keys('answer', identity);
  const queueKey = (member: string): string => keys('queue', member);
  const leaseKey = (member: string): string => keys('lease', member);
  const deskKey = (member: string): string => keys('desk', member);

  return {
    deskKey,
    async begin(saying, member, owner) {
      const reply = (await beginScript(
        redis,
        [
          answerKey(saying.identity),
          queueKey(member),
          leaseKey(member),
          deskKey(member),
          versionKey,
          lateKey,
        ],
        [saying.identity, JSON.stringify(saying), owner, leaseMilliseconds],
      )) as BeginReply;
      if (reply[0] === 'answered') return { state: 'answered', answer: reply[1] };
      if (reply[0] === 'waiting') return { state: 'waiting' };
      return {
        state: 'begun',
        saying: reply[1] === '' ? saying : sayingForm.parse(JSON.parse(reply[1])),
        late: reply[2] === 1,
        rosterVersion: reply[3],
        desk: pairs(reply[4]),
      };
    },
    desk: (member) => redis.hgetall(deskKey(member)),
    work(member, owner) {
      const work = createUnitOfWork();
      work.expectValue(leaseKey(member), owner);
      return work;
    },
    async finish(member, { saying, work, answer }) {
      work.write('LPOP', queueKey(member));
      work.write('DEL', leaseKey(member));
      if (answer !== undefined) work.write('SET', answerKey(saying.identity), answer, 'EX', answerSeconds);
      const failed = await commit(redis, work);
      if (failed === undefined) return undefined;
      return failed === 0 ? 'lost' : 'conflict';
    },
    async acknowledge(saying) {
      await redis.hset(lateKey, saying.identity, JSON.stringify(saying));
    },
    forget: (saying, work) => work.write('HDEL', lateKey, saying.identity),
    async acknowledged() {
      const stored = await redis.hvals(lateKey);
      return stored.map((text) => sayingForm.parse(JSON.parse(text)));
    },
  };
}

/** Contract §3: answers are kept for 48 hours; older deliveries are ignored by their CreateTime. */
const answerSeconds = 48 * 3600;

/**
 * KEYS   1 answer  2 queue  3 lease  4 desk  5 roster:version  6 late
 * ARGV   1 identity  2 the saying as JSON  3 owner  4 lease in milliseconds
 * answer {'answered', text} | {'waiting'} |
 *        {'begun', earlier saying or '', late 0/1, roster version, desk as field, value…}
 */
const beginScript = redisScript(`
local answer = redis.call('GET', KEYS[1])
if answer then return {'answered', answer} end
local mark = ARGV[1] .. '\\n'
local queue = redis.call('LRANGE', KEYS[2], 0, -1)
local head = queue[1]
if not head then
  redis.call('RPUSH', KEYS[2], mark .. ARGV[2])
else
  local present = false
  for _, entry in ipairs(queue) do
    if string.sub(entry, 1, #mark) == mark then present = true end
  end
  if not present then redis.call('RPUSH', KEYS[2], mark .. ARGV[2]) end
  if redis.call('EXISTS', KEYS[3]) == 1 then return {'waiting'} end
  if string.sub(head, 1, #mark) == mark then head = nil end
end
redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[4])
local earlier, late = '', 0
if head then
  local cut = string.find(head, '\\n', 1, true)
  late = redis.call('HEXISTS', KEYS[6], string.sub(head, 1, cut - 1))
  earlier = string.sub(head, cut + 1)
end
return {'begun', earlier, late, redis.call('GET', KEYS[5]) or '', redis.call('HGETALL', KEYS[4])}
`);

type BeginReply =
  | readonly ['answered', string]
  | readonly ['waiting']
  | readonly ['begun', string, number, string, readonly string[]];

function pairs(flat: readonly string[]): Desk {
  const desk: Record<string, string> = {};
  for (let index = 0; index + 1 < flat.length; index += 2) desk[flat[index] ?? ''] = flat[index + 1] ?? '';
  return desk;
}

const sayingForm: z.ZodType<Saying> = z.object({
  identity: z.string(),
  from: z.string(),
  createdAt: z.number(),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('typed'), text: z.string() }),
    z.object({ kind: z.literal('tapped'), line: z.string(), responseCode: z.string() }),
    z.object({ kind: z.literal('chose'), line: z.string() }),
    z.object({ kind: z.literal('entered') }),
    z.object({ kind: z.literal('sent'), what: z.string() }),
  ]),
});
