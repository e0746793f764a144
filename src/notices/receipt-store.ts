import * as z from 'zod';
import { commit, valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { parseLocalDate } from '../time/local-date.ts';
import { receiptFigures, type ReceiptFigures, type ReceiptState } from './receipt.ts';

/*
 * Keys, kept for a year; then only figures are left of them:
 *   notice:<number>:recipients  hash    userid → `c7`: what became of call 7; or `s` sent, `u 不在可见范围`
 *                                       unreachable, for whom it is not what became of their call
 *   notice:<number>:calls       hash    call → `s` or `u 未确认送达`, as above; nothing while it is accepted.
 *                                       So a report about a thousand people is one write
 *   notice:<number>:confirmed   hash    userid → `2026-11-20 512`, day and minute of the day; apart from
 *                                       the former, so that a late delivery report cannot undo it
 *   notice:<number>:figures     string  what is left after a year: the figures as JSON
 */
export interface ReceiptStore {
  /** States whom a notice was accepted for. */
  address(work: UnitOfWork, number: number, recipients: Recipients): void;
  /** States what became of the recipients of a call; `undefined` where they are but a part of it. */
  settle(work: UnitOfWork, number: number, call: number | undefined, outcome: CallOutcome): void;
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
  /** Who is in which call, by its number. */
  readonly calls: readonly (readonly string[])[];
  /** Reason → userids, for people known beforehand to be unreachable. */
  readonly unreachable: ReadonlyMap<string, readonly string[]>;
}

/** What delivery says of the recipients of a call. */
export interface CallOutcome {
  readonly reached: readonly string[];
  /** Reason → userids. */
  readonly missed: ReadonlyMap<string, readonly string[]>;
}

export function createReceiptStore(redis: RedisClient, keys: Keys): ReceiptStore {
  const recipientsKey = (number: number): string => keys('notice', number, 'recipients');
  const callsKey = (number: number): string => keys('notice', number, 'calls');
  const confirmedKey = (number: number): string => keys('notice', number, 'confirmed');
  const figuresKey = (number: number): string => keys('notice', number, 'figures');

  return {
    address(work, number, { calls, unreachable }) {
      for (const [call, userids] of calls.entries()) note(work, number, userids, `${ofCall}${call}`);
      for (const [reason, userids] of unreachable) note(work, number, userids, missedText(reason));
    },
    settle(work, number, call, { reached, missed }) {
      const reasons = [...missed];
      if (call === undefined) {
        note(work, number, reached, sent);
        for (const [reason, userids] of reasons) note(work, number, userids, missedText(reason));
        return;
      }
      const [only] = reasons;
      if (reached.length === 0 && only !== undefined && reasons.length === 1) {
        work.write('HSET', callsKey(number), call, missedText(only[0]));
        return;
      }
      work.write('HSET', callsKey(number), call, sent);
      for (const [reason, userids] of reasons) note(work, number, userids, missedText(reason));
    },
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
          const [delivered, calls, confirmed] = await Promise.all([
            redis.hget(recipientsKey(number), field),
            redis.hgetall(callsKey(number)),
            redis.hget(confirmedKey(number), field),
          ]);
          return delivered === null ? undefined : stateOf(delivered, calls, confirmed ?? undefined);
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
      work.write('DEL', callsKey(number));
      work.write('DEL', confirmedKey(number));
      await commit(redis, work);
    },
  };

  async function states(number: number): Promise<ReadonlyMap<string, ReceiptState>> {
    const [delivered, calls, confirmed] = await Promise.all([
      redis.hgetall(recipientsKey(number)),
      redis.hgetall(callsKey(number)),
      redis.hgetall(confirmedKey(number)),
    ]);
    return new Map(
      Object.entries(delivered).map(([userid, text]) => [userid, stateOf(text, calls, confirmed[userid])]),
    );
  }

  function note(work: UnitOfWork, number: number, userids: readonly string[], text: string): void {
    for (let start = 0; start < userids.length; start += valuesPerWrite / 2) {
      const some = userids.slice(start, start + valuesPerWrite / 2);
      work.write('HSET', recipientsKey(number), ...some.flatMap((userid) => [userid.toLowerCase(), text]));
    }
  }
}

const ofCall = 'c';
const sent = 's';
const missed = 'u ';

function missedText(reason: string): string {
  return `${missed}${reason}`;
}

function stateOf(
  recorded: string,
  calls: Readonly<Record<string, string>>,
  confirmed: string | undefined,
): ReceiptState {
  const [day = '', minute] = (confirmed ?? '').split(' ');
  const date = parseLocalDate(day);
  if (date !== undefined) return { kind: 'confirmed', at: { date, minute: Number(minute) } };
  const delivered = recorded.startsWith(ofCall) ? calls[recorded.slice(ofCall.length)] : recorded;
  if (delivered === undefined) return { kind: 'accepted' };
  return delivered.startsWith(missed)
    ? { kind: 'unreachable', reason: delivered.slice(missed.length) }
    : { kind: 'sent' };
}

const figuresForm = z.object({
  total: z.number(),
  confirmed: z.number(),
  unconfirmed: z.number(),
  waiting: z.number(),
  unreachable: z.array(z.tuple([z.string(), z.number()])).transform((reasons) => new Map(reasons)),
});
