import * as z from 'zod';
import { commit, valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { parseLocalDate } from '../time/local-date.ts';
import { receiptFigures, type DeliveryState, type ReceiptFigures, type ReceiptState } from './receipt.ts';

/*
 * Keys, kept for a year; then only figures are left of them:
 *   notice:<number>:recipients  hash    userid → `a` accepted, `s` sent, `u 不在可见范围` unreachable
 *   notice:<number>:confirmed   hash    userid → `2026-11-20 512`, day and minute of the day; apart from
 *                                       the former, so that a late delivery report cannot undo it
 *   notice:<number>:figures     string  what is left after a year: the figures as JSON
 */
export interface ReceiptStore {
  /** States whom a notice was accepted for. */
  address(work: UnitOfWork, number: number, recipients: Recipients): void;
  /** States what became of recipients of a call. */
  settle(work: UnitOfWork, number: number, userids: readonly string[], state: DeliveryState): void;
  confirm(work: UnitOfWork, number: number, userid: string, at: LocalMoment): void;
  /** What became of each recipient, by userid in lower case; nobody after a year. */
  states(number: number): Promise<ReadonlyMap<string, ReceiptState>>;
  /** What became of all recipients, in figures. */
  figures(number: number): Promise<ReceiptFigures>;
  /** One person's state in each of these notices; `undefined` where not addressed. */
  stateOf(userid: string, numbers: readonly number[]): Promise<readonly (ReceiptState | undefined)[]>;
  /** Whether a notice was for any of these people. */
  reached(number: number, userids: readonly string[]): Promise<'some' | 'none'>;
  /** Keeps the figures and forgets who it was. Can be done again. */
  archive(number: number): Promise<void>;
}

export interface Recipients {
  readonly reachable: readonly string[];
  /** Reason → userids, for people known beforehand to be unreachable. */
  readonly unreachable: ReadonlyMap<string, readonly string[]>;
}

export function createReceiptStore(redis: RedisClient, keys: Keys): ReceiptStore {
  const recipientsKey = (number: number): string => keys('notice', number, 'recipients');
  const confirmedKey = (number: number): string => keys('notice', number, 'confirmed');
  const figuresKey = (number: number): string => keys('notice', number, 'figures');

  return {
    address(work, number, { reachable, unreachable }) {
      settle(work, number, reachable, { kind: 'accepted' });
      for (const [reason, userids] of unreachable)
        settle(work, number, userids, { kind: 'unreachable', reason });
    },
    settle,
    confirm(work, number, userid, { date, minute }) {
      work.write('HSETNX', confirmedKey(number), userid.toLowerCase(), `${date} ${minute}`);
    },
    states,
    async figures(number) {
      const archived = await redis.get(figuresKey(number));
      return archived === null
        ? receiptFigures((await states(number)).values())
        : figuresForm.parse(JSON.parse(archived));
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
    async reached(number, userids) {
      if (userids.length === 0) return 'none';
      const fields = userids.map((userid) => userid.toLowerCase());
      const found = await redis.hmget(recipientsKey(number), ...fields);
      return found.some((state) => state !== null) ? 'some' : 'none';
    },
    async archive(number) {
      if ((await redis.exists(recipientsKey(number))) === 0) return;
      const { unreachable, ...counts } = receiptFigures((await states(number)).values());
      const work = createUnitOfWork();
      work.write('SET', figuresKey(number), JSON.stringify({ ...counts, unreachable: [...unreachable] }));
      work.write('DEL', recipientsKey(number));
      work.write('DEL', confirmedKey(number));
      await commit(redis, work);
    },
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

  function settle(work: UnitOfWork, number: number, userids: readonly string[], state: DeliveryState): void {
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

const figuresForm = z.object({
  total: z.number(),
  confirmed: z.number(),
  unconfirmed: z.number(),
  waiting: z.number(),
  unreachable: z.array(z.tuple([z.string(), z.number()])).transform((reasons) => new Map(reasons)),
});
