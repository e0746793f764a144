import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { readStored } from '../redis/read-stored.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { lifeText, readLife } from './notice-life.ts';
import type { Notice } from './notice.ts';

/*
 * Keys. Numbers and texts are kept for ever; a number is never used twice:
 *   notices               string  the number of the latest notice
 *   notice:<number>       string  the notice as JSON, without its life
 *   notice:<number>:life  string  where it stands, see notice-life.ts
 *   notices:agenda        zset    `send 5`, `expire 5`, `report 5` by the instant at which it is to be done
 */
export interface NoticeStore {
  /** The number of the latest notice, 0 before the first. */
  latest(): Promise<number>;
  /** States a new notice. Fails at the commit when its number was taken meanwhile. */
  add(work: UnitOfWork, notice: Notice): void;
  find(number: number): Promise<Notice | undefined>;
  /** States `after` in the place of `before`; fails at the commit when it has come further meanwhile. */
  change(work: UnitOfWork, before: Notice, after: Notice): void;
  /** States that something is to be done with a notice at an instant; nothing any more when there is none. */
  plan(work: UnitOfWork, errand: Errand, at: number | undefined): void;
  /** What is to be done by an instant, the longest due first. */
  due(by: number): Promise<readonly Errand[]>;
}

/** What the service does with a notice by itself. */
export interface Errand {
  readonly what: (typeof errands)[number];
  readonly number: number;
}

const errands = ['send', 'expire', 'report'] as const;

export function createNoticeStore(redis: RedisClient, keys: Keys): NoticeStore {
  const latestKey = keys('notices');
  const agendaKey = keys('notices', 'agenda');
  const noticeKey = (number: number): string => keys('notice', number);
  const lifeKey = (number: number): string => keys('notice', number, 'life');
  const write = (work: UnitOfWork, { life, ...notice }: Notice): void => {
    work.write('SET', noticeKey(notice.number), JSON.stringify(notice));
    work.write('SET', lifeKey(notice.number), lifeText(life));
  };

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    add(work, notice) {
      const { number } = notice;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      write(work, notice);
    },
    async find(number) {
      const [stored, life] = await redis.mget(noticeKey(number), lifeKey(number));
      const facts = readStored(factsForm, stored);
      const read = readLife(life ?? '');
      return facts === undefined || read === undefined ? undefined : { ...facts, life: read };
    },
    change(work, before, after) {
      work.expectValue(lifeKey(before.number), lifeText(before.life));
      write(work, after);
    },
    plan(work, { what, number }, at) {
      if (at === undefined) work.write('ZREM', agendaKey, `${what} ${number}`);
      else work.write('ZADD', agendaKey, at, `${what} ${number}`);
    },
    async due(by) {
      return (await redis.zrangebyscore(agendaKey, '-inf', by)).flatMap(errandOf);
    },
  };
}

function errandOf(member: string): readonly Errand[] {
  const [word, number] = member.split(' ');
  const what = errands.find((one) => one === word);
  return what === undefined ? [] : [{ what, number: Number(number) }];
}

const factsForm: z.ZodType<Omit<Notice, 'life'>> = z.object({
  number: z.number(),
  text: z.string(),
  link: z.string().exactOptional(),
  file: z
    .object({ kind: z.enum(['image', 'file']), mediaId: z.string(), name: z.string(), until: z.number() })
    .exactOptional(),
  questions: z.array(z.object({ ask: z.string(), choices: z.array(z.string()) })),
  audience: z.string(),
  audienceName: z.string(),
  author: z.string(),
  releasedBy: z.string().exactOptional(),
  urgency: z.enum(['usual', 'urgent']),
});
