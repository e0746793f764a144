import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { storedDate } from '../time/stored-date.ts';
import { askingOrder, type Paper } from './paper.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys, kept for ever (a number is never used twice):
 *   papers          string  the number of the latest paper
 *   paper:<number>  string  the paper as JSON, never changed
 */
export interface PaperStore {
  /** The number of the latest paper, 0 before the first. */
  latest(): Promise<number>;
  /** States a new paper. Fails at the commit when its number was taken meanwhile. */
  add(work: UnitOfWork, paper: Paper): void;
  find(number: number): Promise<Paper | undefined>;
}

export function createPaperStore(redis: RedisClient, keys: Keys): PaperStore {
  const latestKey = keys('papers');
  const paperKey = (number: number): string => keys('paper', number);
  // Papers never change, and while one is taken every answer asks for it.
  const known = new Map<number, Paper>();

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    add(work, paper) {
      const { number } = paper;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      work.write('SET', paperKey(number), JSON.stringify(paper));
    },
    async find(number) {
      const remembered = known.get(number);
      if (remembered !== undefined) return remembered;
      const paper = readStored(paperForm, await redis.get(paperKey(number)));
      if (paper === undefined) return undefined;
      if (known.size >= mostKnown) known.clear();
      known.set(number, paper);
      return paper;
    },
  };
}

/** Far more than are open at one time. */
const mostKnown = 100;

const paperForm: z.ZodType<Paper> = z.object({
  number: z.number(),
  name: z.string(),
  audience: z.string(),
  audienceName: z.string(),
  author: z.string(),
  from: storedDate,
  until: storedDate,
  portions: z.array(z.object({ type: z.enum(askingOrder), count: z.number(), pool: z.array(z.string()) })),
  seed: z.string(),
  passMark: z.number(),
  tries: z.number().exactOptional(),
  minutes: z.number().exactOptional(),
  named: z.boolean(),
});
