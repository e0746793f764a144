import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { forgottenField, readForgotten } from './forgotten-text.ts';
import { figuresText, readFigures } from './figures-text.ts';
import type { Forgotten, RollFigures } from './roll-figures.ts';

/*
 * Keys:
 *   attendance-codes   hash  meeting's number → secret its codes follow from; from the first 签到码 until
 *                            the meeting is closed
 *   roll:<number>      hash  what is known of a roll besides who is on it, as long as there is the meeting:
 *                            changes → counts the changes of the roll, for the guards
 *                            wrong → wrong codes typed since the code was begun or changed
 *                            voters → how many have a vote, as the secretary entered it
 *                            `gone late voting` → how many such people left the roster since
 *                            figures → after a year: what is left of the roll, see figures-text.ts
 * Who is on the roll stands with the participants of the meeting (participant-store.ts).
 */
export interface AttendanceStore {
  /** The meetings that have a code now, with the secrets these follow from. */
  secrets(): Promise<ReadonlyMap<number, string>>;
  /** States that a meeting's codes follow from this secret; fails at the commit when `before` no longer holds. */
  setSecret(work: UnitOfWork, number: number, before: string | undefined, secret: string): void;
  /** States that a meeting has no code any more. */
  dropSecret(work: UnitOfWork, number: number): void;

  facts(number: number): Promise<RollFacts>;
  /** States that the roll changes. */
  countChange(work: UnitOfWork, number: number): void;
  /** States that what is decided holds only while nothing changes in the roll. */
  expectUnchanged(work: UnitOfWork, number: number, facts: RollFacts): void;

  /** States one more wrong code. */
  countWrong(work: UnitOfWork, number: number): void;
  /** States that what is decided holds only while nobody else types a wrong code, and with this secret. */
  expectCode(work: UnitOfWork, number: number, secret: string, facts: RollFacts): void;
  setVoters(work: UnitOfWork, number: number, voters: number): void;

  /** States one more who was there and whose name is forgotten. */
  countForgotten(work: UnitOfWork, number: number, gone: Omit<Forgotten, 'count'>): void;
  /** States what is left of a roll whose names are forgotten. */
  keepFigures(work: UnitOfWork, number: number, figures: RollFigures): void;
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
  const factsKey = (number: number): string => keys('roll', number);

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

    async facts(number) {
      return factsOf(await redis.hgetall(factsKey(number)));
    },
    countChange(work, number) {
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

    countForgotten(work, number, gone) {
      work.write('HINCRBY', factsKey(number), forgottenField(gone), 1);
    },
    keepFigures(work, number, figures) {
      work.write('HSET', factsKey(number), figuresField, figuresText(figures));
    },
    drop(work, number) {
      work.write('DEL', factsKey(number));
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
  const figures = readFigures(stored[figuresField] ?? '');
  return {
    changes: Number(stored[changesField] ?? 0),
    wrongCodes: Number(stored[wrongField] ?? 0),
    forgotten: readForgotten(stored),
    ...(voters === undefined ? {} : { voters: Number(voters) }),
    ...(figures === undefined ? {} : { figures }),
  };
}
