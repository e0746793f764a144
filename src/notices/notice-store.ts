import * as z from 'zod';
import { commit, valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import { parseLocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { storedDate } from '../time/stored-date.ts';
import {
  receiptFigures,
  type DeliveryState,
  type Notice,
  type ReceiptFigures,
  type ReceiptState,
} from './notice.ts';

/*
 * Keys. Numbers and texts are kept for ever (a number is never used twice); who confirmed, for a year:
 *   notices                     string  the number of the latest notice
 *   notice:<number>             string  the notice as JSON
 *   notice:<number>:recipients  hash    userid → `a` accepted, `s` sent, `u 不在可见范围` unreachable
 *   notice:<number>:figures     string  what is left of both hashes after a year: the figures as JSON
 *   notice:<number>:confirmed   hash    userid → `2026-11-20 512`, day and minute of the day; apart from
 *                                       the former, so that a late delivery report cannot undo it
 */
export interface NoticeStore {
  /** The number of the latest notice, 0 before the first. */
  latest(): Promise<number>;
  /** States a new notice, accepted for these people. Fails at the commit when the number was taken meanwhile. */
  add(work: UnitOfWork, notice: Notice, recipients: Recipients): void;
  find(number: number): Promise<Notice | undefined>;
  /** What became of all recipients, in figures. */
  figures(number: number): Promise<ReceiptFigures>;
  /** What became of each recipient, by userid in lower case; nobody after a year. */
  states(number: number): Promise<ReadonlyMap<string, ReceiptState>>;
  /** Keeps the figures and forgets who it was. Can be done again. */
  archive(number: number): Promise<void>;
  /** One person's state in each of these notices, newest first; `undefined` where not addressed. */
  stateOf(userid: string, numbers: readonly number[]): Promise<readonly (ReceiptState | undefined)[]>;
  confirm(work: UnitOfWork, number: number, userid: string, at: LocalMoment): void;
  /** States what became of recipients of a call. */
  settle(work: UnitOfWork, number: number, userids: readonly string[], state: DeliveryState): void;
}

export interface Recipients {
  readonly reachable: readonly string[];
  /** Reason → userids, for people known beforehand to be unreachable. */
  readonly unreachable: ReadonlyMap<string, readonly string[]>;
}

export function createNoticeStore(redis: RedisClient, keys: Keys): NoticeStore {
  const latestKey = keys('notices');
  const noticeKey = (number: number): string => keys('notice', number);
  const recipientsKey = (number: number): string => keys('notice', number, 'recipients');
  const confirmedKey = (number: number): string => keys('notice', number, 'confirmed');
  const figuresKey = (number: number): string => keys('notice', number, 'figures');

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    add(work, notice, { reachable, unreachable }) {
      const { number } = notice;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      work.write('SET', noticeKey(number), JSON.stringify(notice));
      setStates(work, number, reachable, { kind: 'accepted' });
      for (const [reason, userids] of unreachable) {
        setStates(work, number, userids, { kind: 'unreachable', reason });
      }
    },
    async find(number) {
      const stored = await redis.get(noticeKey(number));
      return stored === null ? undefined : noticeForm.parse(JSON.parse(stored));
    },
    async figures(number) {
      const archived = await redis.get(figuresKey(number));
      return archived === null
        ? receiptFigures((await states(number)).values())
        : figuresForm.parse(JSON.parse(archived));
    },
    states,
    async archive(number) {
      if ((await redis.exists(recipientsKey(number))) === 0) return;
      const { unreachable, ...counts } = receiptFigures((await states(number)).values());
      const work = createUnitOfWork();
      work.write('SET', figuresKey(number), JSON.stringify({ ...counts, unreachable: [...unreachable] }));
      work.write('DEL', recipientsKey(number));
      work.write('DEL', confirmedKey(number));
      await commit(redis, work);
    },
    async stateOf(userid, numbers) {
      const field = userid.toLowerCase();
      return Promise.all(
        numbers.map(async (number) => {
          const [delivered, confirmed] = await Promise.all([
            redis.hget(recipientsKey(number), field),
            redis.hget(confirmedKey(number), field),
          ]);
          return delivered === null ? undefined : stateOf(delivered, confirmed ?? undefined);
        }),
      );
    },
    confirm(work, number, userid, { date, minute }) {
      work.write('HSETNX', confirmedKey(number), userid.toLowerCase(), `${date} ${minute}`);
    },
    settle: setStates,
  };

  async function states(number: number): Promise<ReadonlyMap<string, ReceiptState>> {
    const [delivered, confirmed] = await Promise.all([
      redis.hgetall(recipientsKey(number)),
      redis.hgetall(confirmedKey(number)),
    ]);
    return new Map(
      Object.entries(delivered).map(([userid, text]) => [userid, stateOf(text, confirmed[userid])]),
    );
  }

  function setStates(
    work: UnitOfWork,
    number: number,
    userids: readonly string[],
    state: DeliveryState,
  ): void {
    const text = deliveryText(state);
    for (let start = 0; start < userids.length; start += valuesPerWrite / 2) {
      const some = userids.slice(start, start + valuesPerWrite / 2);
      work.write('HSET', recipientsKey(number), ...some.flatMap((userid) => [userid.toLowerCase(), text]));
    }
  }
}

function deliveryText(state: DeliveryState): string {
  switch (state.kind) {
    case 'accepted':
      return 'a';
    case 'sent':
      return 's';
    case 'unreachable':
      return `u ${state.reason}`;
  }
}

function stateOf(delivered: string, confirmed: string | undefined): ReceiptState {
  const [day = '', minute] = (confirmed ?? '').split(' ');
  const date = parseLocalDate(day);
  if (date !== undefined) return { kind: 'confirmed', at: { date, minute: Number(minute) } };
  if (delivered === 'a') return { kind: 'accepted' };
  return delivered.startsWith('u ') ? { kind: 'unreachable', reason: delivered.slice(2) } : { kind: 'sent' };
}

const noticeForm = z.object({
  number: z.number(),
  text: z.string(),
  audience: z.string(),
  author: z.string(),
  sentAt: z.object({ date: storedDate, minute: z.number() }),
});

const figuresForm = z.object({
  total: z.number(),
  confirmed: z.number(),
  unconfirmed: z.number(),
  waiting: z.number(),
  unreachable: z.array(z.tuple([z.string(), z.number()])).transform((reasons) => new Map(reasons)),
});
