import type { RedisClient } from '../redis/connect.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import type { Outcome } from './outcome.ts';

/**
 * People whom the last message did not reach because of themselves: outside the app's visible range, or
 * without a licence. Not those who missed a message because of its content.
 */
export interface Unreachable {
  /** The reasons, in a few Chinese words, for those of `userids` who cannot be reached, as spelled there. */
  of(userids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** How many people cannot be reached, by reason. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** States that nothing is known of somebody any more: they have left. */
  forget(work: UnitOfWork, userid: string): void;
}

export function createUnreachable(redis: RedisClient, keys: OutboxKeys): Unreachable {
  return {
    forget(work, userid) {
      work.write('HDEL', keys.unreachable, userid.toLowerCase());
    },
    async counts() {
      const counts = new Map<string, number>();
      for (const note of await redis.hvals(keys.unreachable)) {
        const reason = reasonIn(note);
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
      }
      return counts;
    },
    async of(userids) {
      if (userids.length === 0) return new Map();
      const lowered = userids.map((userid) => userid.toLowerCase());
      const found = await redis.hmget(keys.unreachable, ...lowered);
      return new Map(
        userids.flatMap((userid, index) => {
          const note = found[index];
          return note == null ? [] : [[userid, reasonIn(note)] as const];
        }),
      );
    },
  };
}

/** States whom a message did not reach because of themselves. `now`: the instant by the product's clock. */
export function noteMissed(work: UnitOfWork, keys: OutboxKeys, { missed }: Outcome, now: number): void {
  for (const [reason, userids] of missed) {
    const notes = userids.flatMap((userid) => [userid.toLowerCase(), `${now} ${reason}`]);
    work.write('HSET', keys.unreachable, ...notes);
  }
}

/** States that a message reached some of those who were unreachable. */
export function noteReached(
  work: UnitOfWork,
  keys: OutboxKeys,
  { reached }: Outcome,
  unreachable: readonly string[],
): void {
  if (unreachable.length === 0) return;
  const reachable = new Set(reached.map((userid) => userid.toLowerCase()));
  const back = unreachable.filter((userid) => reachable.has(userid));
  if (back.length > 0) work.write('HDEL', keys.unreachable, ...back);
}

function reasonIn(note: string): string {
  return note.slice(note.indexOf(' ') + 1);
}
