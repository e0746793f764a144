import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { forgottenField, readForgotten } from './forgotten-text.ts';
import type { Forgotten, RollFigures } from './roll-figures.ts';
import { readRollEntry, rollEntryText } from './roll-entry-text.ts';
import type { RollEntry } from './roll-entry.ts';

/*
 * Keys:
 *   attendance-codes            hash  meeting's number → secret its codes follow from; from the first 签到码
 *                                     until the meeting is closed
 *   roll:<number>               hash  account → entry, see roll-entry-text.ts; for a year
 *   roll:<number>:facts         hash  changes → counts the changes of the roll, for the guards
 *                                     wrong → wrong codes typed since the code was begun or changed
 *                                     voters → how many have a vote, as the secretary entered it
 *                                     `gone late voting` → how many such people left the roster since
 *                                     figures → after a year: what is left of the roll, as JSON
 *   rolls                       set   numbers of all rolls there are; gone with their meetings
 *   rolls-of:<account>          set   numbers of the rolls that name this person
 */
export interface AttendanceStore {
  /** The meetings that have a code now, with the secrets these follow from. */
  secrets(): Promise<ReadonlyMap<number, string>>;
  /** States that a meeting's codes follow from this secret; fails at the commit when `before` no longer holds. */
  setSecret(work: UnitOfWork, number: number, before: string | undefined, secret: string): void;
  /** States that a meeting has no code any more. */
  dropSecret(work: UnitOfWork, number: number): void;

  entry(number: number, userid: string): Promise<RollEntry | undefined>;
  /** By account in lower case. */
  entries(number: number): Promise<ReadonlyMap<string, RollEntry>>;
  facts(number: number): Promise<RollFacts>;
  /** States that somebody was there; fails at the commit when their entry is no longer `before`. */
  add(
    work: UnitOfWork,
    number: number,
    userid: string,
    before: RollEntry | undefined,
    entry: RollEntry,
  ): void;
  /** States that an entry was a mistake; fails at the commit when it is no longer this one. */
  remove(work: UnitOfWork, number: number, userid: string, entry: RollEntry): void;
  /** States that what is decided holds only while nothing changes in the roll. */
  expectUnchanged(work: UnitOfWork, number: number, facts: RollFacts): void;

  /** States one more wrong code. */
  countWrong(work: UnitOfWork, number: number): void;
  /** States that what is decided holds only while nobody else types a wrong code, and with this secret. */
  expectCode(work: UnitOfWork, number: number, secret: string, facts: RollFacts): void;
  setVoters(work: UnitOfWork, number: number, voters: number): void;

  /** The rolls that name somebody. */
  rollsOf(userid: string): Promise<readonly number[]>;
  /** All rolls. */
  rolls(): Promise<readonly number[]>;
  /** States that of somebody's entry only a count stays. */
  forgetPerson(work: UnitOfWork, number: number, userid: string, gone: Omit<Forgotten, 'count'>): void;
  /** States that of a roll only its figures stay. */
  archive(work: UnitOfWork, number: number, userids: readonly string[], figures: RollFigures): void;
  /** States that nothing is left of a roll. */
  drop(work: UnitOfWork, number: number): void;
}

/** What is kept of a roll besides its entries. */
export interface RollFacts {
  /** How often the roll was changed. */
  readonly changes: number;
  readonly wrongCodes: number;
  readonly voters?: number;
  readonly forgotten: readonly Forgotten[];
  /** Only of rolls that no longer name anybody. */
  readonly figures?: RollFigures;
}

export function createAttendanceStore(redis: RedisClient, keys: Keys): AttendanceStore {
  const secretsKey = keys('attendance-codes');
  const rollsKey = keys('rolls');
  const rollKey = (number: number): string => keys('roll', number);
  const factsKey = (number: number): string => keys('roll', number, 'facts');
  const ofKey = (userid: string): string => keys('rolls-of', userid.toLowerCase());

  return {
    async secrets() {
      const stored = Object.entries(await redis.hgetall(secretsKey));
      return new Map(stored.map(([number, secret]) => [Number(number), secret]));
    },
    setSecret(work, number, before, secret) {
      work.expectField(secretsKey, String(number), before);
      work.write('HSET', secretsKey, number, secret);
      work.write('HDEL', factsKey(number), wrongField);
    },
    dropSecret(work, number) {
      work.write('HDEL', secretsKey, number);
    },

    async entry(number, userid) {
      return readRollEntry((await redis.hget(rollKey(number), userid.toLowerCase())) ?? '');
    },
    async entries(number) {
      const stored = Object.entries(await redis.hgetall(rollKey(number)));
      return new Map(
        stored.flatMap(([userid, text]) => {
          const entry = readRollEntry(text);
          return entry === undefined ? [] : [[userid, entry] as const];
        }),
      );
    },
    async facts(number) {
      return factsOf(await redis.hgetall(factsKey(number)));
    },
    add(work, number, userid, before, entry) {
      const account = userid.toLowerCase();
      work.expectField(rollKey(number), account, before && rollEntryText(before));
      work.write('HSET', rollKey(number), account, rollEntryText(entry));
      work.write('SADD', ofKey(userid), number);
      work.write('SADD', rollsKey, number);
      work.write('HINCRBY', factsKey(number), changesField, 1);
    },
    remove(work, number, userid, entry) {
      const account = userid.toLowerCase();
      work.expectField(rollKey(number), account, rollEntryText(entry));
      work.write('HDEL', rollKey(number), account);
      work.write('SREM', ofKey(userid), number);
      work.write('HINCRBY', factsKey(number), changesField, 1);
    },
    expectUnchanged(work, number, { changes }) {
      work.expectField(factsKey(number), changesField, countText(changes));
    },

    countWrong(work, number) {
      work.write('HINCRBY', factsKey(number), wrongField, 1);
    },
    expectCode(work, number, secret, { wrongCodes }) {
      work.expectField(secretsKey, String(number), secret);
      work.expectField(factsKey(number), wrongField, countText(wrongCodes));
    },
    setVoters(work, number, voters) {
      work.write('HSET', factsKey(number), votersField, voters);
    },

    async rollsOf(userid) {
      return (await redis.smembers(ofKey(userid))).map(Number);
    },
    async rolls() {
      return (await redis.smembers(rollsKey)).map(Number);
    },
    forgetPerson(work, number, userid, gone) {
      work.write('HDEL', rollKey(number), userid.toLowerCase());
      work.write('SREM', ofKey(userid), number);
      work.write('HINCRBY', factsKey(number), forgottenField(gone), 1);
      work.write('HINCRBY', factsKey(number), changesField, 1);
    },
    archive(work, number, userids, figures) {
      work.write('HSET', factsKey(number), figuresField, JSON.stringify(figures));
      work.write('DEL', rollKey(number));
      for (const userid of userids) work.write('SREM', ofKey(userid), number);
    },
    drop(work, number) {
      work.write('DEL', rollKey(number));
      work.write('DEL', factsKey(number));
      work.write('SREM', rollsKey, number);
    },
  };
}

const changesField = 'changes';
const wrongField = 'wrong';
const votersField = 'voters';
const figuresField = 'figures';

/** A count of nothing is not stored. */
function countText(count: number): string | undefined {
  return count === 0 ? undefined : String(count);
}

function factsOf(stored: Readonly<Record<string, string>>): RollFacts {
  const voters = stored[votersField];
  const figures = stored[figuresField];
  return {
    changes: Number(stored[changesField] ?? 0),
    wrongCodes: Number(stored[wrongField] ?? 0),
    forgotten: readForgotten(stored),
    ...(voters === undefined ? {} : { voters: Number(voters) }),
    ...(figures === undefined ? {} : { figures: figuresForm.parse(JSON.parse(figures)) }),
  };
}

const figuresForm: z.ZodType<RollFigures> = z.object({
  expected: z.number(),
  there: z.number(),
  late: z.number(),
  online: z.number(),
  leave: z.number(),
  missing: z.number(),
  guests: z.number(),
  voters: z.number(),
  votersOnline: z.number(),
  recorded: z.number(),
  madeUp: z.number(),
});
