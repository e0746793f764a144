import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { GivenAnswer } from './notice-question.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys:
 *   notice:<number>:answers  hash    userid → what they answered to each question, as JSON; for a year
 *   notice:<number>:counts   string  what is left of it then: per question how often each choice was taken
 */
export interface AnswerStore {
  /** By userid in lower case; nobody after a year. */
  all(number: number): Promise<ReadonlyMap<string, readonly GivenAnswer[]>>;
  of(number: number, userid: string): Promise<readonly GivenAnswer[]>;
  /** States somebody's answers in the place of former ones; fails at the commit when those have changed. */
  give(
    work: UnitOfWork,
    number: number,
    userid: string,
    answers: readonly GivenAnswer[],
    former: readonly GivenAnswer[],
  ): void;
  /** States that somebody's answers are erased. */
  forget(work: UnitOfWork, number: number, userid: string): void;
  /** The counts that are kept after a year. */
  kept(number: number): Promise<readonly (readonly number[])[] | undefined>;
  /** States that only these counts are left. */
  keepOnly(work: UnitOfWork, number: number, counts: readonly (readonly number[])[]): void;
}

export function createAnswerStore(redis: RedisClient, keys: Keys): AnswerStore {
  const answersKey = (number: number): string => keys('notice', number, 'answers');
  const countsKey = (number: number): string => keys('notice', number, 'counts');

  return {
    async all(number) {
      const stored = Object.entries(await redis.hgetall(answersKey(number)));
      return new Map(stored.map(([userid, text]) => [userid, read(text)]));
    },
    async of(number, userid) {
      return read(await redis.hget(answersKey(number), userid.toLowerCase()));
    },
    give(work, number, userid, answers, former) {
      const field = userid.toLowerCase();
      work.expectField(answersKey(number), field, former.length === 0 ? undefined : JSON.stringify(former));
      work.write('HSET', answersKey(number), field, JSON.stringify(answers));
    },
    forget(work, number, userid) {
      work.write('HDEL', answersKey(number), userid.toLowerCase());
    },
    async kept(number) {
      const stored = await redis.get(countsKey(number));
      return readStored(countsForm, stored);
    },
    keepOnly(work, number, counts) {
      work.write('SET', countsKey(number), JSON.stringify(counts));
      work.write('DEL', answersKey(number));
    },
  };
}

function read(stored: string | null): readonly GivenAnswer[] {
  return readStored(answersForm, stored) ?? [];
}

const answersForm = z.array(z.union([z.string(), z.number(), z.null()]));
const countsForm = z.array(z.array(z.number()));
