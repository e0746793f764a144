import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';

/*
 * What is still to be done with which paper. Keys:
 *   papers:coming              sorted set  number → instant from which on it is to be announced
 *   papers:announced           hash        number → the day it was announced
 *   papers:open                sorted set  number → instant at which its window ends
 *   papers:answers             sorted set  number → instant from which on no single answer of it is kept
 *   paper:<number>:withdrawn   hash        id of a question taken from the bank meanwhile → the day it was noticed
 */
export interface PaperDiary {
  /** States a new paper's milestones, instants in milliseconds since the epoch. */
  open(work: UnitOfWork, number: number, milestones: Milestones): void;
  /** The papers to be announced by then. */
  toAnnounce(at: number): Promise<readonly number[]>;
  /** States that a paper was announced; fails at the commit when it was announced before. */
  noteAnnounced(work: UnitOfWork, number: number, on: LocalDate): void;
  /** The papers whose window has not ended. */
  stillOpen(at: number): Promise<readonly number[]>;
  withdrawn(number: number): Promise<ReadonlySet<string>>;
  noteWithdrawn(work: UnitOfWork, number: number, questionIds: readonly string[], on: LocalDate): void;
  /** The papers of which single answers may still be there. */
  withAnswers(): Promise<readonly number[]>;
  /** Forgets that papers have answers whose time was over at this instant. */
  noteCleared(at: number): Promise<void>;
}

export interface Milestones {
  /** Left out when the paper is announced in the same step. */
  readonly announceAt?: number;
  readonly openUntil: number;
  readonly answersUntil: number;
}

export function createPaperDiary(redis: RedisClient, keys: Keys): PaperDiary {
  const comingKey = keys('papers', 'coming');
  const announcedKey = keys('papers', 'announced');
  const openKey = keys('papers', 'open');
  const answersKey = keys('papers', 'answers');
  const withdrawnKey = (number: number): string => keys('paper', number, 'withdrawn');

  return {
    open(work, number, { announceAt, openUntil, answersUntil }) {
      if (announceAt !== undefined) work.write('ZADD', comingKey, announceAt, number);
      work.write('ZADD', openKey, openUntil, number);
      work.write('ZADD', answersKey, answersUntil, number);
    },
    toAnnounce: async (at) => numbersOf(await redis.zrangebyscore(comingKey, '-inf', at)),
    noteAnnounced(work, number, on) {
      work.expectField(announcedKey, String(number), undefined);
      work.write('HSET', announcedKey, number, on);
      work.write('ZREM', comingKey, number);
    },
    stillOpen: async (at) => numbersOf(await redis.zrangebyscore(openKey, at + 1, '+inf')),
    withdrawn: async (number) => new Set(await redis.hkeys(withdrawnKey(number))),
    noteWithdrawn(work, number, questionIds, on) {
      work.write('HSET', withdrawnKey(number), ...questionIds.flatMap((id) => [id, on]));
    },
    withAnswers: async () => numbersOf(await redis.zrange(answersKey, 0, '-1')),
    async noteCleared(at) {
      await redis.zremrangebyscore(answersKey, '-inf', at);
    },
  };
}

function numbersOf(members: readonly string[]): readonly number[] {
  return members.map(Number);
}
