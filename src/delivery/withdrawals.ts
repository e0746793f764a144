import type { RedisClient } from '../redis/connect.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Clock } from '../time/clock.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import { stateEntry } from './outbox.ts';
import { openField, reasonOf, recalledField, settledField, unsentField } from './withdrawal-fields.ts';

/** Taking back everything that was accepted under a subject: a notice with its reminders. */
export interface Withdrawals {
  /**
   * States that a subject is taken back: what has not been given to WeCom is not sent, and reported as
   * missed for `withdrawn`; what WeCom has is recalled, also what is on its way at this moment. Nothing
   * may be accepted under the subject any more. Stating it again within 48 hours changes nothing.
   */
  state(work: UnitOfWork, subject: string): void;
  /** How far a subject has been taken back; `undefined` when it has not been begun. */
  of(subject: string): Promise<WithdrawalFigures | undefined>;
}

/** All counts are messages to single people: somebody who got a notice and its reminder counts twice. */
export interface WithdrawalFigures {
  /** WeCom took the message back. It cannot say whether somebody had read it. */
  readonly recalled: number;
  /** Never given to WeCom. */
  readonly unsent: number;
  /** Why it could not be taken back, in a few Chinese words → messages. */
  readonly failed: ReadonlyMap<string, number>;
  /** WeCom has them, and has not answered yet whether it takes them back. */
  readonly open: number;
  readonly state: 'underWay' | 'done';
}

export interface WithdrawalParts {
  readonly redis: RedisClient;
  readonly keys: OutboxKeys;
  readonly clock: Clock;
}

export function createWithdrawals({ redis, keys, clock }: WithdrawalParts): Withdrawals {
  return {
    state(work, subject) {
      stateEntry(work, keys, { kind: 'withdrawal', id: `withdrawal-${subject}`, subject }, clock.now());
      work.write('HINCRBY', keys.recallOf(subject), unsentField, 0);
      work.write('EXPIRE', keys.recallOf(subject), figuresKept);
    },
    async of(subject) {
      const fields = await redis.hgetall(keys.recallOf(subject));
      if (fields[unsentField] === undefined) return undefined;
      const count = (field: string): number => Number(fields[field] ?? 0);
      const open = count(openField);
      const failed = Object.keys(fields).flatMap((field) => {
        const reason = reasonOf(field);
        return reason === undefined ? [] : [[reason, count(field)] as const];
      });
      return {
        recalled: count(recalledField),
        unsent: count(unsentField),
        failed: new Map(failed),
        open,
        state: count(settledField) > 0 && open === 0 ? 'done' : 'underWay',
      };
    },
  };
}

/** Seconds; a little more than the year for which it is kept who got a notice. */
const figuresKept = 400 * 86_400;
