import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { PlannedReminder } from './reminder-plan.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys, until the night after the meeting:
 *   meeting:<number>:reminders  hash  `unanswered` or `coming` → the mark as JSON
 */
export interface ReminderMarkStore {
  find(number: number, to: PlannedReminder['to']): Promise<ReminderMark | undefined>;
  /** States a mark in the place of what was there; fails at the commit when another replica was quicker. */
  set(
    work: UnitOfWork,
    number: number,
    to: PlannedReminder['to'],
    before: ReminderMark | undefined,
    after: ReminderMark,
  ): void;
  forget(work: UnitOfWork, number: number): void;
}

/** That a reminder of a meeting went out, to all but those who still wait. */
export interface ReminderMark {
  /** Of the meeting; a reminder of an earlier time does not count. */
  readonly round: number;
  /** Account → when it may be written to, in milliseconds since the epoch. */
  readonly waiting: Readonly<Record<string, number>>;
}

export function createReminderMarkStore(redis: RedisClient, keys: Keys): ReminderMarkStore {
  const key = (number: number): string => keys('meeting', number, 'reminders');

  return {
    async find(number, to) {
      const stored = await redis.hget(key(number), to);
      return readStored(markForm, stored);
    },
    set(work, number, to, before, after) {
      work.expectField(key(number), to, before && JSON.stringify(before));
      work.write('HSET', key(number), to, JSON.stringify(after));
    },
    forget(work, number) {
      work.write('DEL', key(number));
    },
  };
}

const markForm = z.object({ round: z.number(), waiting: z.record(z.string(), z.number()) });
