import { setTimeout } from 'node:timers/promises';
import { commandWords } from '../../handlers/command-words.ts';
import { jobs } from '../../jobs/index.ts';
import { createApp, type App } from '../app.ts';
import { readConfig, readLocalConfig } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { Refusal } from '../errors.ts';
import { loadLibrary } from '../library/load-library.ts';
import { createLog } from '../log.ts';
import { closeRedis, connectRedis, type RedisClient } from '../redis/connect.ts';
import type { JobServices } from '../services.ts';
import { systemClock } from '../time/clock.ts';
import { createZone } from '../time/zone.ts';
import type { Slot } from './job.ts';
import { runJobCommand } from './job-command.ts';

// npm run job -- list | NAME [--at "2026-11-20 08:30"] [--dry-run]

const environment = readEnvironment();
const local = readLocalConfig(environment);
const zone = createZone('config' in local ? local.config.timezone : undefined);
/** How long WeCom may take nothing before the command gives up waiting; in milliseconds. */
const patience = 30_000;

const opened: { app?: App; redis?: RedisClient } = {};

process.exitCode = await runJobCommand(process.argv.slice(2), {
  jobs,
  clock: systemClock,
  zone,
  open,
  print: (line) => process.stdout.write(`${line}\n`),
  tell: (line) => process.stderr.write(`${line}\n`),
});
// What the job accepted is sent before the command ends, whether or not the service is running.
if (opened.app !== undefined && !(await settled(opened.app))) process.exitCode = 1;
await opened.app?.stop(5000);
if (opened.redis !== undefined) await closeRedis(opened.redis);

/** False when WeCom has not taken anything for a minute: what was accepted is kept for the running service. */
async function settled(app: App): Promise<boolean> {
  const done = app.settle().then(() => true);
  let waiting = Infinity;
  for (;;) {
    const outcome = await Promise.race([done, setTimeout(patience, false, { ref: false })]);
    if (outcome) return true;
    const left = await app.waiting();
    if (left >= waiting) {
      process.stderr.write(
        `还有 ${left} 次发送企业微信没有接受。已经记下，服务运行后会接着发。请先运行 npm run doctor 看原因。\n`,
      );
      return false;
    }
    waiting = left;
  }
}

/** The whole service without its server, living at the time of the slot. */
async function open(slot: Slot): Promise<JobServices> {
  const read = readConfig(environment);
  if ('problems' in read) throw new Refusal(['请先改好这些设置：', ...read.problems].join('\n'));
  const { config } = read;
  const log = createLog(config.logLevel, { write: (line) => void process.stderr.write(line) });
  const redis = await connectRedis(config.redisUrl, { log });
  if (redis.status !== 'ready') {
    redis.disconnect();
    throw new Refusal('连不上 Redis，什么也没有做。请核对 REDIS_URL，并确认 Redis 正在运行。');
  }
  opened.redis = redis;
  const { library } = await loadLibrary(config.contentDir, commandWords);
  const started = systemClock.now();
  opened.app = createApp({
    settings: config,
    redis,
    connectQueue: () => connectRedis(config.redisUrl, { answers: 'patiently', pipelining: 'automatic', log }),
    library,
    clock: { now: () => slot.at + systemClock.now() - started },
    log,
  });
  return opened.app.services;
}
