import { commit } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Desk } from './desk.ts';
import { acknowledgeScript, beginScript, withdrawScript } from './inbox-scripts.ts';
import { queuedTurn, queueLine, type BegunReply, type QueuedTurn } from './queued-turn.ts';
import { plainSayings, type SayingForm } from './saying-form.ts';
import type { Saying } from './saying.ts';

/*
 * Keys:
 *   answer:<identity>  string  the passive answer ('' for none), for repeats of the delivery
 *   inbox:<userid>     list    the member's sayings whose turn is not done, in the order of arrival;
 *                              the form of an entry is described in inbox-scripts.ts
 *   late               hash    identity → userid, for what was acknowledged to WeCom before it was done
 *   desk:<userid>      hash    see desk.ts
 * and, owned by the roster: roster:version.
 *
 * A turn is written only while its saying is still the first of the queue, unchanged; that alone makes
 * it take effect once. Claims only keep processes from doing the same work: when one lapses because
 * its owner died, or merely was slow, another process does the turn too, and the first to write it
 * wins. They are measured in real seconds by Redis, and no rule of the product rests on them.
 */
export interface InboxStore {
  /**
   * Puts a saying into its member's queue, unless it is there or done, and claims the first one for
   * `owner`, who may claim it again.
   */
  begin(wanted: Wanted, owner: string): Promise<Beginning>;
  /** The desk again, after an expectation failed. */
  desk(member: string): Promise<Desk>;
  /**
   * A unit of work that is only written while the turn's saying is still the first of the queue, and
   * WeCom has not been told "received" meanwhile.
   */
  work(turn: QueuedTurn): StatedWork;
  /**
   * Writes a turn's work, its answer and its end in one step. `taken`: that is not so any more;
   * `conflict`: another expectation failed. Then nothing was written.
   */
  finish(turn: QueuedTurn, ending: Ending): Promise<'done' | 'taken' | 'conflict'>;
  /**
   * Notes that WeCom is told "received", so that the turn is surely done and every repeat is told the
   * same. When there is an answer, returns that instead.
   */
  acknowledge(saying: Saying, member: string): Promise<string | undefined>;
  /** Takes a saying out of the queue, so that it has no effect. When it has had one, returns its answer. */
  withdraw(saying: Saying, member: string): Promise<string | undefined>;
  /** What was acknowledged and may have been left undone by a process that died. */
  acknowledged(): Promise<readonly Wanted[]>;
}

/** A delivery whose turn is to be done. */
export interface Wanted {
  readonly identity: string;
  /** The userid in lower case. */
  readonly member: string;
  /** Left out for one that waits in the queue already. */
  readonly saying?: Saying;
  /** WeCom was told "received", and it is for us to see the turn done. */
  readonly late: boolean;
}

export type Beginning =
  | { readonly state: 'answered'; readonly answer: string }
  /** Another turn of this member, or another copy of this one, is being done. */
  | { readonly state: 'waiting' }
  /** `turn` is ours to do: the one that was brought, or an earlier one of the same member. */
  | { readonly state: 'begun'; readonly turn: QueuedTurn };

export interface Ending {
  /** From `work`, with what the turn states besides. */
  readonly work: StatedWork;
  /** Kept for repeats; `undefined` keeps nothing (for people who have left the roster). */
  readonly answer: string | undefined;
}

/** `leaseMilliseconds`: how long a turn is left to whoever claimed it last. */
export function createInboxStore(
  redis: RedisClient,
  keys: Keys,
  leaseMilliseconds: number,
  form: SayingForm = plainSayings,
): InboxStore {
  const lateKey = keys('late');
  const versionKey = keys('roster', 'version');
  const answerKey = (identity: string): string => keys('answer', identity);
  const queueKey = (member: string): string => keys('inbox', member);
  const deskKey = (member: string): string => keys('desk', member);

  return {
    async begin({ identity, member, saying, late }, owner) {
      const text = saying === undefined ? '' : form.write(saying);
      const reply = (await beginScript(
        redis,
        [answerKey(identity), queueKey(member), lateKey, deskKey(member), versionKey],
        [identity, text, owner, leaseMilliseconds, keptSeconds, late ? 'late' : ''],
      )) as BeginReply;
      if (reply[0] === 'answered') return { state: 'answered', answer: reply[1] };
      if (reply[0] === 'waiting') return { state: 'waiting' };
      return { state: 'begun', turn: queuedTurn(reply, member, saying, form) };
    },
    desk: (member) => redis.hgetall(deskKey(member)),
    work(turn) {
      const work = createUnitOfWork();
      work.expectFirst(queueKey(turn.member), queueLine(turn));
      return work;
    },
    async finish({ member, saying: { identity }, late }, { work, answer }) {
      work.write('LPOP', queueKey(member));
      if (late) work.write('HDEL', lateKey, identity);
      else if (answer !== undefined) work.write('SET', answerKey(identity), answer, 'EX', keptSeconds);
      const failed = await commit(redis, work);
      if (failed === undefined) return 'done';
      return failed === 0 ? 'taken' : 'conflict';
    },
    async acknowledge(saying, member) {
      const { identity } = saying;
      const answer = await acknowledgeScript(
        redis,
        [answerKey(identity), queueKey(member), lateKey],
        [identity, form.write(saying), member, keptSeconds],
      );
      return typeof answer === 'string' ? answer : undefined;
    },
    async withdraw({ identity }, member) {
      const answer = await withdrawScript(
        redis,
        [answerKey(identity), queueKey(member), lateKey],
        [identity],
      );
      return typeof answer === 'string' ? answer : undefined;
    },
    async acknowledged() {
      const stored = await redis.hgetall(lateKey);
      return Object.entries(stored).map(([identity, member]) => ({ identity, member, late: true }));
    },
  };
}

/**
 * Contract §3: answers are kept for 48 hours, and older deliveries are ignored by their CreateTime. Two
 * hours more, because WeCom's clock, ours and Redis's may each be an hour off. A queue that a dead
 * process left behind goes at the same time: nothing in it may take effect any more.
 */
const keptSeconds = 50 * 3600;

type BeginReply = readonly ['answered', string] | readonly ['waiting'] | BegunReply;
