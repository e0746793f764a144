import { Fault } from '../errors.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import { contestForm, resultForm } from './contest-form.ts';
import type { Contest, ContestForm } from './contest.ts';
import { entryText, readEntry, type Entry } from './entry.ts';
import { phaseText, readPhase, type Phase } from './phase.ts';
import type { ContestResult } from './score.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys. A contest and its result are kept for ever, what single people did for 90 days after its end:
 *   contests                   string  the number of the latest contest
 *   contest:<number>           string  the contest as JSON
 *   contest:<number>:state     hash    `phase`, see phase.ts; `changes`, how often people did something;
 *                                      `result` as JSON, once it is over
 *   contest:<number>:entries   hash    userid → what is kept of the person, see entry.ts
 *   contest:<number>:named     set     userids of those who answered everything right and agreed to be named
 *   contests:rooms             set     numbers of the rooms that are not over
 *   contests:challenges        set     numbers of the challenges that are not over
 *   contests:entries           zset    number → the day, as a number like 20261120, on which its entries were
 *                                      final; 0 while they are not
 *
 * Thousands answer at the same moment. Each writes only the own entry and raises `changes`, which nobody
 * who answers expects to be of any value; what they expect is the phase, which few steps change. A step of
 * the service that adds entries up expects `changes` instead, so that no answer slips in between.
 */
export interface ContestStore {
  /** The number of the latest contest, 0 before the first. */
  latest(): Promise<number>;
  /** States a new contest. Fails at the commit when the number was taken meanwhile. */
  add(work: UnitOfWork, contest: Contest): void;
  find(number: number): Promise<Contest | undefined>;
  state(number: number): Promise<ContestState>;
  /** What it came to; `undefined` before that is known. */
  result(number: number): Promise<ContestResult | undefined>;
  entry(number: number, userid: string): Promise<Entry | undefined>;
  /** How many have an entry. */
  count(number: number): Promise<number>;
  /** Everybody's entries by userid in lower case. Asked for together with the state, they are no older than it. */
  entries(number: number): Promise<ReadonlyMap<string, Entry>>;
  /** Commit only while the contest is in this phase. */
  expectPhase(work: UnitOfWork, number: number, phase: Phase): void;
  /** Commit only when nobody has done anything since the state was read. */
  expectUnchanged(work: UnitOfWork, number: number, state: ContestState): void;
  /** States the next phase; fails at the commit when the contest has left the one it was in. */
  move(work: UnitOfWork, number: number, from: Phase, to: Phase): void;
  /** States the last phase, with the result. */
  end(work: UnitOfWork, contest: Contest, from: Phase, result: ContestResult, today: LocalDate): void;
  keep(work: UnitOfWork, number: number, userid: string, entry: Entry): void;
  named(number: number): Promise<readonly string[]>;
  name(work: UnitOfWork, number: number, userid: string): void;
  unname(work: UnitOfWork, number: number, userid: string): void;
  /** The numbers of those that are not over. */
  open(form: ContestForm): Promise<readonly number[]>;
  /** The numbers of those of which single people's entries are kept. */
  withEntries(): Promise<readonly number[]>;
  /** States that nothing of a person is kept in these contests. */
  forget(work: UnitOfWork, userid: string, numbers: readonly number[]): void;
  /** Deletes the entries of contests that ended before a day. */
  forgetEntriesBefore(day: LocalDate): Promise<void>;
}

export interface ContestState {
  readonly phase: Phase;
  /** Grows with everything people do. */
  readonly changes: number;
}

export function createContestStore(redis: RedisClient, keys: Keys): ContestStore {
  const latestKey = keys('contests');
  const withEntriesKey = keys('contests', 'entries');
  const openKeys = { room: keys('contests', 'rooms'), challenge: keys('contests', 'challenges') };
  const contestKey = (number: number): string => keys('contest', number);
  const stateKey = (number: number): string => keys('contest', number, 'state');
  const entriesKey = (number: number): string => keys('contest', number, 'entries');
  const namedKey = (number: number): string => keys('contest', number, 'named');
  // A contest never changes, and every answer asks for it.
  const known = new Map<number, Contest>();

  return {
    latest: async () => Number((await redis.get(latestKey)) ?? 0),
    add(work, contest) {
      const { number, form } = contest;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      work.write('SET', contestKey(number), JSON.stringify(contest));
      work.write('HSET', stateKey(number), 'phase', phaseText({ kind: 'waiting' }), 'changes', 0);
      work.write('SADD', openKeys[form], number);
      work.write('ZADD', withEntriesKey, 0, number);
    },
    async find(number) {
      const remembered = known.get(number);
      if (remembered !== undefined) return remembered;
      const contest = readStored(contestForm, await redis.get(contestKey(number)));
      if (contest === undefined) return undefined;
      if (known.size >= mostKnown) known.clear();
      known.set(number, contest);
      return contest;
    },
    async state(number) {
      const [phase, changes] = await redis.hmget(stateKey(number), 'phase', 'changes');
      return { phase: phaseOf(phase, stateKey(number)), changes: Number(changes) };
    },
    async result(number) {
      return readStored(resultForm, await redis.hget(stateKey(number), 'result'));
    },
    async entry(number, userid) {
      const stored = await redis.hget(entriesKey(number), userid.toLowerCase());
      return stored === null ? undefined : readEntry(stored);
    },
    count: (number) => redis.hlen(entriesKey(number)),
    async entries(number) {
      const stored = Object.entries(await redis.hgetall(entriesKey(number)));
      return new Map(
        stored.flatMap(([userid, text]) => {
          const entry = readEntry(text);
          return entry === undefined ? [] : [[userid, entry] as const];
        }),
      );
    },
    expectPhase(work, number, phase) {
      work.expectField(stateKey(number), 'phase', phaseText(phase));
    },
    expectUnchanged(work, number, { changes }) {
      work.expectField(stateKey(number), 'changes', String(changes));
    },
    move(work, number, from, to) {
      work.expectField(stateKey(number), 'phase', phaseText(from));
      work.write('HSET', stateKey(number), 'phase', phaseText(to));
    },
    end(work, { number, form }, from, result, today) {
      work.expectField(stateKey(number), 'phase', phaseText(from));
      const ended = phaseText({ kind: 'ended' });
      work.write('HSET', stateKey(number), 'phase', ended, 'result', JSON.stringify(result));
      work.write('SREM', openKeys[form], number);
      work.write('ZADD', withEntriesKey, dayNumber(today), number);
    },
    keep(work, number, userid, entry) {
      work.write('HSET', entriesKey(number), userid.toLowerCase(), entryText(entry));
      work.write('HINCRBY', stateKey(number), 'changes', 1);
    },
    named: (number) => redis.smembers(namedKey(number)),
    name: (work, number, userid) => work.write('SADD', namedKey(number), userid.toLowerCase()),
    unname: (work, number, userid) => work.write('SREM', namedKey(number), userid.toLowerCase()),
    open: async (form) => numbersOf(await redis.smembers(openKeys[form])),
    withEntries: async () => numbersOf(await redis.zrange(withEntriesKey, 0, '-1')),
    forget(work, userid, numbers) {
      for (const number of numbers) {
        work.write('HDEL', entriesKey(number), userid.toLowerCase());
        work.write('SREM', namedKey(number), userid.toLowerCase());
        work.write('HINCRBY', stateKey(number), 'changes', 1);
      }
    },
    async forgetEntriesBefore(day) {
      const old = numbersOf(await redis.zrangebyscore(withEntriesKey, 1, `(${dayNumber(day)}`));
      for (const number of old) await redis.del(entriesKey(number), namedKey(number));
      if (old.length > 0) await redis.zrem(withEntriesKey, ...old);
    },
  };
}

/** Far more than are open at one time. */
const mostKnown = 100;

/** `2026-11-20` as 20261120, to be sorted by. */
function dayNumber(day: LocalDate): number {
  return Number(day.replaceAll('-', ''));
}

function numbersOf(members: readonly string[]): readonly number[] {
  return members.map(Number).toSorted((a, b) => a - b);
}

function phaseOf(stored: string | null | undefined, key: string): Phase {
  const phase = readPhase(stored ?? '');
  if (phase !== undefined) return phase;
  throw new Fault('reading how far a contest has come', `look at what wrote the field phase of ${key}`);
}
