import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandWords } from '../../handlers/command-words.ts';
import { createApp } from '../app.ts';
import { readLocalConfig, type Config } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { Fault } from '../errors.ts';
import { listeningProblem } from '../http/listening-problem.ts';
import { listen } from '../http/server.ts';
import { loadLibrary } from '../library/load-library.ts';
import { createLog } from '../log.ts';
import { appMenu } from '../menu.ts';
import { openClient } from '../open-sender.ts';
import { closeRedis, connectRedis } from '../redis/connect.ts';
import { createKeys } from '../redis/keys.ts';
import { startPrivateRedis } from '../redis/private-server.ts';
import { prepareImport } from '../roster/prepare-import.ts';
import { createRosterStore } from '../roster/roster-store.ts';
import { systemClock } from '../time/clock.ts';
import { createWorkCalendar } from '../time/work-calendar.ts';
import { createZone } from '../time/zone.ts';
import { demoCityDirectory } from './demo-city/demo-city.ts';
import { demoCredentials } from './demo-credentials.ts';
import { demoPeople } from './demo-people.ts';
import { createMovableClock } from './movable-clock.ts';
import { createSimulator } from './simulator.ts';

/**
 * `npm run demo` (contract §1): a private Redis, the simulated WeCom and the bot on one machine, with
 * an invented city. What happened stays under the data directory; `--fresh` starts over.
 */
const words = process.argv.slice(2);
if (words.some((word) => word !== '--fresh')) {
  process.stderr.write('用法：npm run demo　接着上次的演示；npm run demo -- --fresh　从头来过\n');
  process.exit(2);
}
try {
  await runDemo();
} catch (error) {
  process.stderr.write(`演示没有启动：${explained(error)}\n`);
  process.exit(1);
}

async function runDemo(): Promise<void> {
  const environment = readEnvironment();
  const read = readLocalConfig(environment);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  const simulatorPort = portOf(environment['SIMULATOR_PORT'] ?? '8090');
  const directory = join(read.config.dataDir, 'demo');
  if (words.includes('--fresh')) await rm(directory, { recursive: true, force: true });

  const privateRedis = await startPrivateRedis(join(directory, 'redis'));
  const config: Config = {
    ...read.config,
    ...demoCredentials,
    redisUrl: privateRedis.url,
    apiBase: `http://127.0.0.1:${simulatorPort}`,
  };
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const zone = createZone(config.timezone);
  const { library } = await loadLibrary(config.contentDir, commandWords);
  const calendar = createWorkCalendar(library.calendars);
  const redis = await connectRedis(config.redisUrl, { pipelining: 'automatic', log });
  const lists = await importDemoCity();

  const clock = createMovableClock();
  const app = createApp({
    settings: config,
    redis,
    connectQueue: () => connectRedis(config.redisUrl, { answers: 'patiently', pipelining: 'automatic', log }),
    library,
    clock,
    log,
  });
  const simulator = createSimulator({
    ...demoCredentials,
    people: demoPeople(lists),
    callbackUrl: `http://127.0.0.1:${config.port}/wecom/callback`,
    clock,
    afterMove: () => app.tick(),
    nextWorkingMorning,
    stateFile: join(directory, 'simulator.json'),
  });
  const { url } = await simulator.listen(simulatorPort);
  const server = await listen(app.http, config.port, config.host);
  await app.start();
  await createMenu();

  process.stdout.write(
    [
      '',
      '支部助手演示已启动。按 Ctrl-C 停止，下次启动接着用；从头来过：npm run demo -- --fresh',
      `  打开聊天页面：${url.replace('127.0.0.1', 'localhost')}`,
      `  机器人地址：　http://localhost:${server.port}`,
      '',
    ].join('\n'),
  );

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.stop(2000);
    await app.stop(2000);
    await simulator.close();
    await closeRedis(redis);
    await privateRedis.stop();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());

  /** One minute before the morning push, so that one can watch it arrive. */
  function nextWorkingMorning(now: number): number {
    const { date, minute } = zone.localAt(now);
    const morning = 8 * 60 + 29;
    const isAhead = calendar.isWorkday(date) && minute < morning;
    return zone.instantOf(isAhead ? date : calendar.nextWorkday(date), morning);
  }

  /** The same roster again changes nothing. */
  async function importDemoCity(): Promise<Parameters<typeof demoPeople>[0]> {
    const store = createRosterStore(redis, createKeys(config.redisPrefix));
    const today = zone.localAt(systemClock.now()).date;
    const { proposal, problems } = await prepareImport(demoCityDirectory, store, today);
    if (proposal === undefined) throw new Error(`the demo city has ${problems.length} errors`);
    if (JSON.stringify(proposal.previous?.lists) !== JSON.stringify(proposal.lists)) {
      await store.replace(proposal.previous, proposal.lists, today);
    }
    return proposal.lists;
  }

  async function createMenu(): Promise<void> {
    const { client, close } = openClient({
      settings: config,
      redis,
      keys: createKeys(config.redisPrefix),
      clock,
    });
    await client.createMenu(appMenu());
    await close();
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`SIMULATOR_PORT：“${text}”不是端口号，例如 8090`);
}

function explained(error: unknown): string {
  if (error instanceof Fault) return `${error.attempted}；${error.remedy}`;
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `端口 ${port ?? ''} 已被占用。换一个：PORT=8081 SIMULATOR_PORT=8091 npm run demo`;
  return listeningProblem(error) ?? error.message;
}
