import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Failure } from './failure.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import { readStored } from '../redis/read-stored.ts';

/** A message that was put aside, without its text and its recipients. */
export interface DeadLetter {
  readonly id: string;
  readonly errcode: number;
  /** In a few Chinese words. */
  readonly reason: string;
  readonly remedy: string;
  /** The instant by the product's clock. */
  readonly at: number;
}

/** Notes for the operator what was put aside; the latest 500 are kept. */
export async function noteDead(
  redis: RedisClient,
  keys: OutboxKeys,
  id: string,
  { errcode, reason, remedy }: Pick<Failure, 'errcode' | 'reason' | 'remedy'>,
  at: number,
): Promise<void> {
  const letter: DeadLetter = { id, errcode, reason, remedy, at };
  await redis.rpush(keys.dead, JSON.stringify(letter));
  await redis.ltrim(keys.dead, -mostDead, -1);
}

export async function latestDead(redis: RedisClient, keys: OutboxKeys): Promise<DeadLetter | undefined> {
  const [latest] = await redis.lrange(keys.dead, '-1', '-1');
  return readStored(form, latest);
}

const mostDead = 500;

const form = z.object({
  id: z.string(),
  errcode: z.number(),
  reason: z.string(),
  remedy: z.string(),
  at: z.number(),
});
