import { createApp, type App } from '../../src/app.ts';
import type { AppSettings } from '../../src/app-settings.ts';
import { listen, type RunningServer } from '../../src/http/server.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { Library } from '../../src/library/library.ts';
import { createLog, type Log } from '../../src/log.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { prepareImport } from '../../src/roster/prepare-import.ts';
import { createRosterStore } from '../../src/roster/roster-store.ts';
import type { RosterLists } from '../../src/roster/roster.ts';
import { demoCityDirectory } from '../../src/simulator/demo-city/demo-city.ts';
import { demoPeople } from '../../src/simulator/demo-people.ts';
import { createFrozenClock, type FrozenClock } from '../../src/simulator/frozen-clock.ts';
import { createSimulator, type Simulator } from '../../src/simulator/simulator.ts';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { parseLocalDate } from '../../src/time/local-date.ts';
import { createZone } from '../../src/time/zone.ts';
import { testRedis } from './redis.ts';

/**
 * The whole product around a simulated WeCom: real Redis, real HTTP, real encryption, and a clock that
 * only moves when the story says so. Stories read like dialogues:
 *
 *   const { person } = await world();
 *   expect(await person('林晓棠').says('签到')).toBe('今天的学习签到已记下（11月20日 周五）。…');
 */
export interface World {
  readonly simulator: Simulator;
  /** Where the simulator's page is. */
  readonly pageUrl: string;
  readonly clock: FrozenClock;
  readonly lists: RosterLists;
  readonly library: Library;
  readonly settings: AppSettings;
  readonly redis: RedisClient;
  readonly redisUrl: string;
  /** What the service logged, one JSON line each. */
  readonly logged: readonly string[];
  /** Somebody of the demo city, by name. */
  person(name: string): SimulatedUser;
  /** Moves the clock to a local time such as `2026-11-23 08:30`, and lets everything due happen. */
  goTo(time: string): Promise<void>;
  /** Lets everything due happen without moving the clock. */
  settle(): Promise<void>;
  /** Stops the service and starts it with other content; what it stored stays. */
  restart(changed: { readonly library: Library }): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Local time in Shanghai; a Friday morning, working day, after the push, when left out. */
  readonly start?: string;
  /** How many copies of the service share the Redis. */
  readonly replicas?: number;
  readonly lists?: RosterLists;
  readonly library?: Library;
  readonly committeeUserids?: readonly string[];
}

export async function world(options: WorldOptions = {}): Promise<World> {
  const zone = createZone('Asia/Shanghai');
  const instantOf = (time: string): number => {
    const [day = '', hour = '', minute = ''] = time.split(/[ :]/u);
    const date = parseLocalDate(day);
    if (date === undefined) throw new Error(`${time} is no local time`);
    return zone.instantOf(date, Number(hour) * 60 + Number(minute));
  };
  const clock = createFrozenClock(instantOf(options.start ?? '2026-11-20 09:00'));
  const { url: redisUrl, prefix, close: forgetRedis } = await testRedis();
  const redis = await connectRedis(redisUrl);
  const library = options.library ?? (await contentLibrary());
  const lists = options.lists ?? (await demoCity());
  const logged: string[] = [];
  const log = createLog('info', { write: (line) => void logged.push(line) });

  const credentials = {
    corpId: 'ww0123456789abcdef',
    agentId: 1000002,
    secret: 'a-secret-of-the-tests-0123456789',
    token: 'QDG6eK',
    encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  };
  const simulator = createSimulator({
    ...credentials,
    people: [...demoPeople(lists), stranger],
    callbackUrl: [],
    clock,
  });
  const { url: apiBase } = await simulator.listen(0);
  const settings: AppSettings = {
    ...credentials,
    apiBase,
    callbackMaxSkewSeconds: 0,
    redisPrefix: prefix,
    timezone: 'Asia/Shanghai',
    committeeUserids: options.committeeUserids ?? [],
  };
  await createRosterStore(redis, createKeys(prefix)).replace(
    undefined,
    lists,
    zone.localAt(clock.now()).date,
  );

  let replicas: readonly Replica[] = [];
  async function startReplicas(content: Library): Promise<void> {
    replicas = await Promise.all(
      Array.from({ length: options.replicas ?? 1 }, () =>
        startReplica({ settings, redisUrl, library: content, clock, log }),
      ),
    );
    simulator.setCallbackUrl(replicas.map(({ server }) => `http://127.0.0.1:${server.port}/wecom/callback`));
  }
  await startReplicas(library);
  const useridOf = new Map([...lists.people, stranger].map(({ name, userid }) => [name, userid]));

  async function settle(): Promise<void> {
    for (const { app } of replicas) await app.tick();
    for (const { app } of replicas) await app.settle();
  }

  // The first heartbeat of a new service catches nothing up; the stories begin after it.
  await settle();

  return {
    simulator,
    pageUrl: apiBase,
    clock,
    lists,
    library,
    settings,
    redis,
    redisUrl,
    logged,
    person: (name) => simulator.person(useridOf.get(name) ?? name),
    async goTo(time) {
      clock.move(instantOf(time));
      await settle();
    },
    settle,
    async restart(changed) {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await startReplicas(changed.library);
    },
    async close() {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await simulator.close();
      await closeRedis(redis);
      await forgetRedis();
    },
  };
}

/** Sees the app and is on no roster. */
const stranger = { userid: 'wang.xl', name: '王小路', organisation: '不在名册上' };

interface Replica {
  readonly app: App;
  readonly server: RunningServer;
  stop(): Promise<void>;
}

interface ReplicaParts {
  readonly settings: AppSettings;
  readonly redisUrl: string;
  readonly library: Library;
  readonly clock: FrozenClock;
  readonly log: Log;
}

async function startReplica({ settings, redisUrl, library, clock, log }: ReplicaParts): Promise<Replica> {
  const redis = await connectRedis(redisUrl, { pipelining: 'automatic' });
  const app = createApp({
    settings,
    redis,
    connectQueue: () => connectRedis(redisUrl, { answers: 'patiently', pipelining: 'automatic' }),
    library,
    clock,
    log,
  });
  const server = await listen(app.http, 0, '127.0.0.1');
  await app.startSending();
  return {
    app,
    server,
    async stop() {
      await server.stop(1000);
      await app.stop(1000);
      await closeRedis(redis);
    },
  };
}

let content: Promise<Library> | undefined;

/** The shipped content, read once for all stories. */
function contentLibrary(): Promise<Library> {
  content ??= loadLibrary('content').then(({ library }) => library);
  return content;
}

/** The demo's roster. */
async function demoCity(): Promise<RosterLists> {
  const empty = { load: async () => undefined } as Parameters<typeof prepareImport>[1];
  const today = parseLocalDate('2026-11-20');
  if (today === undefined) throw new Error('not a day');
  const { proposal, problems } = await prepareImport(demoCityDirectory, empty, today);
  if (proposal === undefined) throw new Error(`the demo city has errors: ${JSON.stringify(problems)}`);
  return proposal.lists;
}
