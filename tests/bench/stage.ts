import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDesks } from '../../src/chat/desk-store.ts';
import { outboxKeys } from '../../src/delivery/outbox-keys.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { quizField, setQuizDay } from '../../src/quiz/open-question.ts';
import { createQuizStore } from '../../src/quiz/quiz-store.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { startPrivateRedis } from '../../src/redis/private-server.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { isPartyMember } from '../../src/roster/party-member.ts';
import { createRosterStore } from '../../src/roster/roster-store.ts';
import { demoCredentials } from '../../src/simulator/demo-credentials.ts';
import { checkInField } from '../../src/study/check-in.ts';
import { studyField, studyText } from '../../src/study/todays-study.ts';
import { createZone } from '../../src/time/zone.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { startStandIn, type StandIn } from './stand-in.ts';

/** What all servers under test share: a Redis with a large organisation in it, and a stand-in for WeCom. */
export interface Stage {
  /** For servers, in the words of contract §2. */
  readonly environment: NodeJS.ProcessEnv;
  readonly redis: RedisClient;
  /** Where Redis listens. */
  readonly redisSocket: string;
  readonly standIn: StandIn;
  /** Everybody on the roster. */
  readonly userids: readonly string[];
  /** The party members among them; the first is of the committee. */
  readonly members: readonly string[];
  /** Puts one question before everybody, which nobody has answered. `B` is an answer to it. */
  askEverybody(): Promise<void>;
  /** Makes it morning: everybody has been sent today's study item, and nobody has checked in. */
  beginDay(): Promise<void>;
  /** Resolves when WeCom has accepted whatever was to be sent. */
  everythingSent(): Promise<void>;
  close(): Promise<void>;
}

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The size that the product is made for (performance.md measures with it, too). */
const people = 10_000;
const organisations = 132;

const peoplePerCommit = 500;

/** Milliseconds between looks at what is left to send. */
const glance = 5;
/** And how long before we take it that nothing is being sent. */
const patience = 60_000;

export async function setStage(): Promise<Stage> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  const server = await startPrivateRedis(directory);
  const redis = await connectRedis(server.url, { pipelining: 'automatic' });
  const standIn = await startStandIn(0);

  const keys = createKeys('zb');
  const { date: today } = createZone().localAt(Date.now());
  const lists = generateRoster(organisations, people);
  await createRosterStore(redis, keys).replace(undefined, lists, today);
  const userids = lists.people.map(({ userid }) => userid);
  const { library } = await loadLibrary(join(projectRoot, 'content'));
  const [item] = library.studyItems;
  if (item === undefined) throw new Error('there is no study item to bring');
  const study = studyText({ date: today, itemId: item.id });
  const question = library.quizQuestions.find(({ type }) => type === 'single');
  if (question === undefined) throw new Error('there is no question to ask');
  const quiz = createQuizStore(redis, keys);
  const deskKeys = userids.map(createDesks(redis, keys).key);

  return {
    environment: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: directory,
      REDIS_URL: server.url,
      WECOM_CORP_ID: demoCredentials.corpId,
      WECOM_AGENT_ID: String(demoCredentials.agentId),
      WECOM_SECRET: demoCredentials.secret,
      WECOM_TOKEN: demoCredentials.token,
      WECOM_ENCODING_AES_KEY: demoCredentials.encodingAesKey,
      WECOM_API_BASE: standIn.url,
    },
    redis,
    redisSocket: server.url.replace(/^unix:\/\//u, ''),
    standIn,
    userids,
    members: lists.people.filter(isPartyMember).map(({ userid }) => userid),
    async askEverybody() {
      const id = question.id.toLowerCase();
      await Promise.all(deskKeys.map((key) => redis.hdel(key, quizField)));
      for (let start = 0; start < userids.length; start += peoplePerCommit) {
        const work = createUnitOfWork();
        for (const userid of userids.slice(start, start + peoplePerCommit)) quiz.forget(work, userid);
        for (const key of deskKeys.slice(start, start + peoplePerCommit)) {
          setQuizDay(work, key, {}, { date: today, daily: id, open: id, reviewsDone: 0 });
        }
        if ((await commit(redis, work)) !== undefined) throw new Error('somebody else asks questions');
      }
    },
    async beginDay() {
      await Promise.all(
        deskKeys.flatMap((key) => [redis.hdel(key, checkInField), redis.hset(key, studyField, study)]),
      );
    },
    async everythingSent() {
      const begun = performance.now();
      while ((await redis.hlen(outboxKeys(keys).entries)) > 0) {
        if (performance.now() - begun > patience)
          throw new Error('the service sends nothing; see its log above');
        await sleep(glance);
      }
    },
    async close() {
      standIn.close();
      await closeRedis(redis);
      await server.stop();
      await rm(directory, { recursive: true });
    },
  };
}
