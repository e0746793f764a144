import { fileURLToPath } from 'node:url';
import { commandWords } from '../handlers/command-words.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { readEnvironment } from './environment.ts';
import { listeningProblem } from './http/listening-problem.ts';
import { listen } from './http/server.ts';
import { loadKeptLibrary } from './library/kept-library.ts';
import { loadLibrary } from './library/load-library.ts';
import { createLog } from './log.ts';
import { systemClock } from './time/clock.ts';
import { closeRedis, connectRedis } from './redis/connect.ts';

/** Production entry: reads the environment, refuses to start with everything that is wrong at once, else serves. */
const read = readConfig(readEnvironment());
if ('problems' in read) refuse(read.problems);
const { config } = read;
const log = createLog(config.logLevel);
const mainFile = fileURLToPath(import.meta.url);
const [redis, { library, problems }] = await Promise.all([
  connectRedis(config.redisUrl, { pipelining: 'automatic', log }),
  // Only a build has another main file when anything in it changes.
  mainFile.endsWith('.ts')
    ? loadLibrary(config.contentDir, commandWords)
    : loadKeptLibrary(config.contentDir, mainFile, config.dataDir, commandWords),
]);
for (const { file, line, what } of problems) {
  log.warn({ file, line }, `content problem: ${what}`);
}

const app = createApp({
  settings: config,
  redis,
  connectQueue: () => connectRedis(config.redisUrl, { answers: 'patiently', pipelining: 'automatic', log }),
  library,
  clock: systemClock,
  log,
});
const server = await listen(app.http, config.port, config.host).catch(refuseAddress);
log.info({ port: server.port, studyItems: library.studyItems.length }, 'listening');
// After listening: a callback is answered while sending and jobs are still being loaded.
app.start().catch((error: unknown) => log.error({ err: error }, 'sending and jobs could not start'));

/** Contract: a graceful stop takes at most 5 seconds; open turns are finished, sends are resumed by the next start. */
const grace = 4000;
let stopping = false;

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  const late = setTimeout(() => process.exit(0), grace + 500);
  late.unref();
  await server.stop(grace / 2);
  await app.stop(grace / 2);
  await closeRedis(redis);
  process.exit(0);
}

process.once('SIGTERM', (signal) => void stop(signal));
process.once('SIGINT', (signal) => void stop(signal));

function refuseAddress(error: unknown): never {
  const problem = listeningProblem(error);
  if (problem === undefined) throw error;
  refuse([problem]);
}

function refuse(reasons: readonly string[]): never {
  process.stderr.write(
    ['没有启动，请先改好这些设置（写在环境变量或 .env 里）：', ...reasons].join('\n') + '\n',
  );
  process.exit(1);
}
