import { readLocalConfig, type LocalConfig } from '../config.ts';
import { readEnvironment } from '../environment.ts';
import { Fault, Refusal } from '../errors.ts';
import { closeRedis, connectRedis } from '../redis/connect.ts';
import { createKeys } from '../redis/keys.ts';
import { systemClock } from '../time/clock.ts';
import { createZone } from '../time/zone.ts';
import { runRosterCommand } from './roster-command.ts';
import { rosterRequest, rosterUsage, type RosterRequest } from './roster-request.ts';
import { createRosterStore } from './roster-store.ts';

// npm run roster -- import FILE [--dry-run] [--verbose] | export FILE

const withoutRedis = '连不上 Redis，没有改动。请核对 REDIS_URL，并确认 Redis 正在运行。';

process.exitCode = await main(process.argv.slice(2));

/** Answers the exit code: 0 when all is well, 1 when there are problems, 2 when the words were not understood. */
async function main(words: readonly string[]): Promise<number> {
  const request = rosterRequest(words);
  if (request === undefined) {
    console.error(rosterUsage);
    return 2;
  }
  try {
    const read = readLocalConfig(readEnvironment());
    if ('problems' in read) throw new Refusal(read.problems.join('\n'));
    return (await run(request, read.config)) ? 0 : 1;
  } catch (error) {
    const isExpected = error instanceof Refusal || error instanceof Fault;
    console.error(
      isExpected ? error.message : '没有完成。原因见下面几行；解决后再运行一次，重复运行没有害处。',
    );
    if (!isExpected) console.error(error);
    return 1;
  }
}

async function run(request: RosterRequest, config: LocalConfig): Promise<boolean> {
  const redis = await connectRedis(config.redisUrl);
  try {
    if (redis.status !== 'ready') throw new Refusal(withoutRedis);
    return await runRosterCommand(request, {
      store: createRosterStore(redis, createKeys(config.redisPrefix)),
      today: createZone(config.timezone).localAt(systemClock.now()).date,
      committeeUserids: config.committeeUserids,
      print: (line) => console.log(line),
    });
  } finally {
    await closeRedis(redis);
  }
}
