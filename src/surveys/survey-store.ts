import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { createSeal, type Seal } from '../redis/seal.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import { storedDate } from '../time/stored-date.ts';
import type { Answers } from './answers.ts';
import type { Survey, SurveyResult } from './survey.ts';
import { readStored } from '../redis/read-stored.ts';

/*
 * Keys:
 *   surveys                  string      the number of the latest survey
 *   surveys:coming           sorted set  number → instant from which on it is to be announced
 *   surveys:announced        hash        number → the day it was announced
 *   surveys:open             sorted set  number → instant at which it ends and is counted
 *   survey:<number>          string      the survey as JSON, never changed
 *   survey:<number>:result   string      what was counted, as JSON; kept for ever like a notice's figures
 * and, deleted by the very step that writes the result:
 *   survey:<number>:salt     string      random; one half of what the ballots are sealed with
 *   survey:<number>:taken    hash        userid → '1' for whoever has handed in
 *   survey:<number>:ballots  hash        random name → sealed answers
 *   survey:<number>:handed   string      how many ballots there are
 *
 * Anonymity. Who took part stands in `taken`, so that nobody does so twice; what they answered is sealed
 * under a random name in `ballots`, with a key made of the salt and of a secret that is not in the store.
 * So the store, its log and its backups cannot tell whose answers are which, nor what they are. Counting
 * deletes the salt with the rest: from then on not even the service itself could.
 */
export interface SurveyStore {
  /** The number of the latest survey, 0 before the first. */
  latest(): Promise<number>;
  /** States a new survey. Fails at the commit when its number was taken meanwhile. */
  add(work: UnitOfWork, survey: Survey, milestones: SurveyMilestones): void;
  find(number: number): Promise<Survey | undefined>;
  result(number: number): Promise<SurveyResult | undefined>;
  /** How one person stands in a survey that has not been counted. */
  standing(number: number, userid: string): Promise<SurveyStanding | undefined>;
  /** Seals answers that are not handed in yet, for the desk. */
  sealDraft(standing: SurveyStanding, answers: Answers): string;
  openDraft(standing: SurveyStanding, sealed: string): Answers | undefined;
  /** States that somebody hands in. Fails at the commit when they have, or when it has been counted. */
  handIn(work: UnitOfWork, standing: SurveyStanding, answers: Answers): void;
  /** The surveys to be announced, and to be counted, by then. */
  toAnnounce(at: number): Promise<readonly number[]>;
  toCount(at: number): Promise<readonly number[]>;
  /** The surveys that can be taken, or will be. */
  notCounted(): Promise<readonly number[]>;
  noteAnnounced(work: UnitOfWork, number: number, on: LocalDate): void;
  /** Everything handed in, in no order; `undefined` answers for what cannot be opened any more. */
  ballots(number: number): Promise<Ballots>;
  /** States the result and deletes everything it was made of. Fails when a ballot came in meanwhile. */
  close(work: UnitOfWork, number: number, ballots: Ballots, result: SurveyResult): void;
}

export interface SurveyMilestones {
  /** In milliseconds since the epoch. Left out when it is announced in the same step. */
  readonly announceAt?: number;
  readonly until: number;
}

export interface SurveyStanding {
  readonly number: number;
  /** In lower case. */
  readonly userid: string;
  readonly salt: string;
  readonly handed: string | undefined;
  readonly taken: boolean;
}

export interface Ballots {
  readonly handed: string | undefined;
  readonly answers: readonly (Answers | undefined)[];
}

/** `secret` must not be in the store. */
export function createSurveyStore(redis: RedisClient, keys: Keys, secret: string): SurveyStore {
  const latestKey = keys('surveys');
  const comingKey = keys('surveys', 'coming');
  const announcedKey = keys('surveys', 'announced');
  const openKey = keys('surveys', 'open');
  const surveyKey = (number: number): string => keys('survey', number);
  const partKey = (number: number, part: 'result' | 'salt' | 'taken' | 'ballots' | 'handed'): string =>
    keys('survey', number, part);

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    add(work, survey, { announceAt, until }) {
      const { number } = survey;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      work.write('SET', surveyKey(number), JSON.stringify(survey));
      work.write('SET', partKey(number, 'salt'), randomBytes(32).toString('base64url'));
      if (announceAt !== undefined) work.write('ZADD', comingKey, announceAt, number);
      work.write('ZADD', openKey, until, number);
    },
    async find(number) {
      const stored = await redis.get(surveyKey(number));
      return readStored(surveyForm, stored);
    },
    async result(number) {
      const stored = await redis.get(partKey(number, 'result'));
      return readStored(resultForm, stored);
    },
    async standing(number, userid) {
      const member = userid.toLowerCase();
      const [salt, handed, taken] = await Promise.all([
        redis.get(partKey(number, 'salt')),
        redis.get(partKey(number, 'handed')),
        redis.hexists(partKey(number, 'taken'), member),
      ]);
      if (salt === null) return undefined;
      return { number, userid: member, salt, handed: handed ?? undefined, taken: taken === 1 };
    },
    sealDraft: (standing, answers) => draftSeal(standing).seal(answers),
    openDraft: (standing, sealed) => draftSeal(standing).open(sealed),
    handIn(work, { number, userid, salt }, answers) {
      work.expectField(partKey(number, 'taken'), userid, undefined);
      work.expectValue(partKey(number, 'salt'), salt);
      work.write('HSET', partKey(number, 'taken'), userid, '1');
      const name = randomBytes(12).toString('base64url');
      work.write('HSET', partKey(number, 'ballots'), name, ballotSeal(number, salt).seal(answers));
      work.write('INCR', partKey(number, 'handed'));
    },
    toAnnounce: async (at) => (await redis.zrangebyscore(comingKey, '-inf', at)).map(Number),
    toCount: async (at) => (await redis.zrangebyscore(openKey, '-inf', at)).map(Number),
    notCounted: async () => (await redis.zrange(openKey, 0, '-1')).map(Number),
    noteAnnounced(work, number, on) {
      work.expectField(announcedKey, String(number), undefined);
      work.write('HSET', announcedKey, number, on);
      work.write('ZREM', comingKey, number);
    },
    async ballots(number) {
      // Counted first: a ballot that comes in between makes closing fail, not disappear.
      const handed = (await redis.get(partKey(number, 'handed'))) ?? undefined;
      const [salt, sealed] = await Promise.all([
        redis.get(partKey(number, 'salt')),
        redis.hvals(partKey(number, 'ballots')),
      ]);
      const seal = ballotSeal(number, salt ?? '');
      return { handed, answers: sealed.map((ballot) => seal.open(ballot)) };
    },
    close(work, number, { handed }, result) {
      work.expectValue(partKey(number, 'result'), undefined);
      work.expectValue(partKey(number, 'handed'), handed);
      work.write('SET', partKey(number, 'result'), JSON.stringify(result));
      for (const part of ['salt', 'taken', 'ballots', 'handed'] as const) {
        work.write('DEL', partKey(number, part));
      }
      work.write('ZREM', openKey, number);
      work.write('ZREM', comingKey, number);
      work.write('HDEL', announcedKey, number);
    },
  };

  function ballotSeal(number: number, salt: string): Seal {
    return createSeal(secret, `survey ${number} ${salt}`);
  }

  /** Apart from the ballots' seal, so that a draft is no ballot, and bound to its author. */
  function draftSeal({ number, salt, userid }: SurveyStanding): Seal {
    return createSeal(secret, `survey ${number} ${salt} draft ${userid}`);
  }
}

const surveyForm: z.ZodType<Survey> = z.object({
  number: z.number(),
  title: z.string(),
  about: z.string(),
  questions: z.array(z.object({ ask: z.string(), choices: z.array(z.string()) })),
  audience: z.string(),
  audienceName: z.string(),
  author: z.string(),
  from: storedDate,
  until: storedDate,
});

const resultForm: z.ZodType<SurveyResult> = z.object({
  taken: z.number(),
  asked: z.number(),
  unreadable: z.number(),
  counts: z.array(z.array(z.number())).exactOptional(),
});
