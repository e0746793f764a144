import { prepareCallbacks } from './callbacks.ts';
import { closedLoop } from './closed-loop.ts';
import { floor, product, startMeasured, type Contestant } from './contestants.ts';
import type { Cores } from './cores.ts';
import { tapRedis } from './redis-tap.ts';
import { checkReplies, plain, type ReplyCheck } from './replies.ts';
import type { Section } from './section.ts';
import type { Stage } from './stage.ts';
import { tableText } from './table.ts';

/** What one callback at a time asks of Redis. */
export async function countRoundTrips(stage: Stage, cores: Cores): Promise<Section> {
  const kinds: readonly Kind[] = [
    { name: floor.name, contestant: floor, line: '签到', check: floor.answers },
    { name: '签到', contestant: product, line: '签到', check: product.answers },
    { name: '学习, card included', contestant: product, line: '学习', check: plain('') },
  ];
  const counts: Count[] = [];
  for (const kind of kinds) counts.push(await count(kind, stage, cores));

  const checkIn = counts.find(({ name }) => name === '签到')?.roundTrips ?? Number.NaN;
  return {
    title: `Redis at one connection, per callback, over ${callbacks} callbacks`,
    table: tableText(
      ['server', 'commands, those in scripts included', 'round trips, one after the other'],
      counts.map(({ name, commands, roundTrips }) => [name, commands.toFixed(1), roundTrips.toFixed(2)]),
    ),
    aims: [
      {
        what: '签到: sequential round trips to Redis',
        measured: checkIn.toFixed(2),
        aim: '≤ 2',
        isReached: Math.round(checkIn * 10) <= 20,
      },
    ],
  };
}

interface Kind {
  readonly name: string;
  readonly contestant: Contestant;
  readonly line: string;
  readonly check: ReplyCheck;
}

interface Count {
  readonly name: string;
  readonly commands: number;
  readonly roundTrips: number;
}

const callbacks = 300;

async function count({ name, contestant, line, check }: Kind, stage: Stage, cores: Cores): Promise<Count> {
  const tap = await tapRedis(stage.redisSocket);
  const server = await startMeasured(contestant, cores, { ...stage.environment, REDIS_URL: tap.url });
  try {
    await stage.beginDay();
    // The first ones load the roster and the scripts.
    await run(stage.userids.slice(0, callbacks));
    tap.requestsOnBusiest();
    const before = await commandsOf(stage);
    await run(stage.userids.slice(callbacks, 2 * callbacks));
    const commands = (await commandsOf(stage)) - before;
    return { name, commands: commands / callbacks, roundTrips: tap.requestsOnBusiest() / callbacks };
  } finally {
    await server.stop();
    tap.close();
    stage.standIn.takeSent();
  }

  async function run(userids: readonly string[]): Promise<void> {
    const requests = prepareCallbacks(userids, line).map(({ request }) => request);
    const { replies } = await closedLoop(server.port, requests, 1);
    await stage.everythingSent();
    checkReplies(replies, userids, check);
  }
}

/** Includes what sending asks for, and a handful that ask for this figure. */
async function commandsOf({ redis }: Stage): Promise<number> {
  const stats = await redis.call('INFO', 'stats');
  return Number(/total_commands_processed:(\d+)/u.exec(String(stats))?.[1]);
}
