import * as z from 'zod';
import { commit, valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { redisScript } from '../redis/script.ts';
import { createUnitOfWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { callEntry, confirmedEntry, missedText, readReceipt, sentText } from './receipt-text.ts';
import { receiptFigures, type ReceiptFigures, type ReceiptState } from './receipt.ts';
import { createRecipientKeys, mostTogether } from './recipient-keys.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys, kept for a year; then only figures are left of them; see receipt-text.ts for the entries:
 *   notice:<number>:recipients          hash    userid → their call, why they are unreachable, or when they
 *                                               said 收到
 *   notice:<number>:recipients:<part>   hash    the same of a large notice, see recipient-keys.ts
 *   notice:<number>:outcomes            hash    `#7` → what became of call 7, so that a report about a
 *                                               thousand people is one write; userid → what became of one
 *                                               person, where it is not what became of their call. Apart
 *                                               from the recipients, so that it cannot undo a 收到
 *   notice:<number>:figures             string  what is left after a year: the figures as JSON
 */
export interface ReceiptStore {
  /** States whom a notice was accepted for; once for each notice. */
  address(work: UnitOfWork, number: number, recipients: Recipients): void;
  /** States what became of the recipients of a call; `undefined` where they are but a part of it. */
  settle(work: UnitOfWork, number: number, call: number | undefined, outcome: CallOutcome): void;
  /** States that somebody said 收到, unless they had before; fails at the commit when they did meanwhile. */
  confirm(work: UnitOfWork, receipt: OwnReceipt, at: LocalMoment): void;
  /** What became of each recipient, by userid in lower case; nobody after a year. */
  states(number: number): Promise<ReadonlyMap<string, ReceiptState>>;
  /** What became of all recipients, in figures. */
  figures(number: number): Promise<ReceiptFigures>;
  /** One person's receipt of each of these notices; `undefined` where not addressed. */
  of(userid: string, numbers: readonly number[]): Promise<readonly (OwnReceipt | undefined)[]>;
  /** Whether a notice was for any of these people. */
  reached(number: number, userids: readonly string[]): Promise<'some' | 'none'>;
  /** Keeps the figures and forgets who it was. Can be done again. */
  archive(number: number): Promise<void>;
}

/** One person's receipt of one notice, and where it was read. */
export interface OwnReceipt {
  readonly state: ReceiptState;
  readonly stored: { readonly key: string; readonly userid: string; readonly entry: string };
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
  const { together, partOf, parts } = createRecipientKeys(keys);
  const outcomesKey = (number: number): string => keys('notice', number, 'outcomes');
  const figuresKey = (number: number): string => keys('notice', number, 'figures');

  return {
    address(work, number, { calls, unreachable }) {
      const entries = [
        ...calls.map((userids, call) => [userids, callEntry(call)] as const),
        ...[...unreachable].map(([reason, userids]) => [userids, missedText(reason)] as const),
      ].flatMap(([userids, entry]) => userids.map((userid) => [userid, entry] as const));
      const isLarge = entries.length > mostTogether;
      const byKey = new Map<string, string[]>();
      for (const [userid, entry] of entries) {
        const key = isLarge ? partOf(number, userid) : together(number);
        const values = byKey.get(key) ?? [];
        values.push(userid.toLowerCase(), entry);
        byKey.set(key, values);
      }
      for (const [key, values] of byKey) write(work, key, values);
    },
    settle(work, number, call, { reached, missed }) {
      const key = outcomesKey(number);
      const [only, ...others] = missed;
      if (call !== undefined && reached.length === 0 && only !== undefined && others.length === 0) {
        work.write('HSET', key, callField(call), missedText(only[0]));
        return;
      }
      if (call === undefined) write(work, key, each(reached, sentText));
      else work.write('HSET', key, callField(call), sentText);
      for (const [reason, userids] of missed) write(work, key, each(userids, missedText(reason)));
    },
    confirm(work, { state, stored }, at) {
      if (state.kind === 'confirmed') return;
      work.expectField(stored.key, stored.userid, stored.entry);
      work.write('HSET', stored.key, stored.userid, confirmedEntry(at));
    },
    states,
    async figures(number) {
      const archived = readStored(figuresForm, await redis.get(figuresKey(number)));
      return archived ?? receiptFigures((await states(number)).values());
    },
    async of(userid, numbers) {
      if (numbers.length === 0) return [];
      const field = userid.toLowerCase();
      const placesOf = (number: number) => [together(number), partOf(number, field)] as const;
      const found = (await ownReceipts(
        redis,
        numbers.flatMap((number) => [...placesOf(number), outcomesKey(number)]),
        [field],
      )) as readonly FoundReceipt[];
      return numbers.map((number, index) => {
        const [entry, outcome, where] = found[index] ?? nothingFound;
        return entry === null
          ? undefined
          : {
              state: readReceipt(entry, outcome ?? undefined),
              stored: { key: placesOf(number)[where], userid: field, entry },
            };
      });
    },
    async reached(number, userids) {
      if (userids.length === 0) return 'none';
      const [isSmall, found] = await Promise.all([
        redis.exists(together(number)),
        anyOf(together(number), userids),
      ]);
      if (isSmall === 1) return found;
      const byPart = new Map<string, string[]>();
      for (const userid of userids) {
        const key = partOf(number, userid);
        byPart.set(key, [...(byPart.get(key) ?? []), userid]);
      }
      const answers = await Promise.all([...byPart].map(([key, some]) => anyOf(key, some)));
      return answers.includes('some') ? 'some' : 'none';
    },
    async archive(number) {
      const { unreachable, total, ...counts } = receiptFigures((await states(number)).values());
      if (total === 0) return;
      const work = createUnitOfWork();
      const figures = { total, ...counts, unreachable: [...unreachable] };
      work.write('SET', figuresKey(number), JSON.stringify(figures));
      for (const key of [together(number), ...parts(number), outcomesKey(number)]) work.write('DEL', key);
      await commit(redis, work);
    },
  };

  async function states(number: number): Promise<ReadonlyMap<string, ReceiptState>> {
    const [few, outcomes] = await Promise.all([
      redis.hgetall(together(number)),
      redis.hgetall(outcomesKey(number)),
    ]);
    const entries = Object.entries(few);
    if (entries.length === 0) {
      const many = await Promise.all(parts(number).map((key) => redis.hgetall(key)));
      entries.push(...many.flatMap((part) => Object.entries(part)));
    }
    return new Map(
      entries.map(([userid, entry]) => [
        userid,
        readReceipt(entry, outcomes[userid] ?? outcomes[`${callMark}${entry}`]),
      ]),
    );
  }

  async function anyOf(key: string, userids: readonly string[]): Promise<'some' | 'none'> {
    const found = await redis.hmget(key, ...userids.map((userid) => userid.toLowerCase()));
    return found.some((entry) => entry !== null) ? 'some' : 'none';
  }
}

/** No userid begins with it (WeCom: letters, digits and `_-@.`). */
const callMark = '#';

function callField(call: number): string {
  return `${callMark}${callEntry(call)}`;
}

function each(userids: readonly string[], text: string): readonly string[] {
  return userids.flatMap((userid) => [userid.toLowerCase(), text]);
}

function write(work: UnitOfWork, key: string, values: readonly string[]): void {
  for (let start = 0; start < values.length; start += valuesPerWrite) {
    work.write('HSET', key, ...values.slice(start, start + valuesPerWrite));
  }
}

/** Entry; outcome; in which of the two places it was found. */
type FoundReceipt = readonly [string | null, string | null, 0 | 1];
const nothingFound: FoundReceipt = [null, null, 0];

/**
 * One person's receipts of many notices in one request: three commands for each of sixty notices cost the
 * service more than all else that 收到 does.
 *
 * KEYS   for each notice: where the recipients are together, this person's part, the outcomes
 * ARGV   1 the userid in lower case
 * answer for each notice: a `FoundReceipt`
 */
const ownReceipts = redisScript(`
local receipts = {}
for place = 1, #KEYS, 3 do
  local entry, where = redis.call('HGET', KEYS[place], ARGV[1]), 0
  if not entry then entry, where = redis.call('HGET', KEYS[place + 1], ARGV[1]), 1 end
  local outcome = false
  if entry then
    outcome = redis.call('HGET', KEYS[place + 2], ARGV[1])
      or redis.call('HGET', KEYS[place + 2], '${callMark}' .. entry)
  end
  receipts[#receipts + 1] = { entry, outcome, where }
end
return receipts
`);

const figuresForm = z.object({
  total: z.number(),
  confirmed: z.number(),
  unconfirmed: z.number(),
  waiting: z.number(),
  unreachable: z.array(z.tuple([z.string(), z.number()])).transform((reasons) => new Map(reasons)),
});
