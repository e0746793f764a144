import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPrivateRedis } from '../../src/redis/private-server.ts';
import { startOptions } from './contestants.ts';
import type { Cores } from './cores.ts';
import { warmUps, type DeliveryResult, type DeliveryTask } from './delivery-task.ts';
import { inRounds, type Contender } from './rounds.ts';
import type { Aim, Section } from './section.ts';
import type { Stage } from './stage.ts';
import { startStandIn, type StandIn } from './stand-in.ts';
import { median } from './statistics.ts';
import { tableText } from './table.ts';

/**
 * What sending to everybody takes, against loops that write nothing down; with a Redis of its own, which
 * rewrites nothing that the sections before have left in it.
 */
export async function measureDelivery(stage: Stage, cores: Cores, rounds: number): Promise<Section> {
  const directory = await mkdtemp(join(tmpdir(), 'branch-assistant-'));
  const server = await startPrivateRedis(directory);
  const standIn = await startStandIn(latency);
  let runs = 0;
  const contender = (
    name: string,
    sender: DeliveryTask['sender'],
    userids: readonly string[],
    recipientsPerCall: number,
  ) => ({
    name,
    measure: () =>
      run({
        sender,
        userids,
        recipientsPerCall,
        inFlight,
        apiBase: standIn.url,
        redisUrl: server.url,
        prefix: `${sender}-${recipientsPerCall}-${(runs += 1)}`,
      }),
  });
  const contenders: readonly Contender<DeliveryResult>[] = [
    contender(bareLoop, 'undici', stage.userids, 1),
    contender(personal, 'delivery', stage.userids, 1),
    contender(bareBroadcast, 'undici', crowd, 1000),
    contender(broadcast, 'delivery', crowd, 1000),
  ];

  try {
    // The first round only warms up: Redis asks the system for the memory that it uses from then on.
    await inRounds(1, contenders);
    return section(await inRounds(rounds, contenders), stage.userids.length);
  } finally {
    standIn.close();
    await server.stop();
    await rm(directory, { recursive: true });
  }

  async function run(task: DeliveryTask): Promise<DeliveryResult> {
    const program = fileURLToPath(new URL('delivery-run.ts', import.meta.url));
    const words = [...cores.serverPrefix, process.execPath, ...startOptions, '--import', 'tsx', program];
    const child = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const ended = once(child, 'exit');
    child.send(task);
    const told = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
    await ended;
    if (told === undefined) throw new Error('sending failed; see above');
    everybodyReached(standIn, task.userids);
    return told[0] as DeliveryResult;
  }
}

const bareLoop = '10,000 texts, a bare undici loop';
const personal = '10,000 texts, delivery';
const bareBroadcast = '100,000 people in 100 calls, a bare undici loop';
const broadcast = '100,000 people in 100 calls, delivery';

const crowd = Array.from({ length: 100_000 }, (_, index) => `zhang.san.${index}`);

/** Milliseconds, and calls at once: as performance.md measures. */
const latency = 30;
const inFlight = 64;

/** Each once, besides those who warmed up. */
function everybodyReached(standIn: StandIn, userids: readonly string[]): void {
  const reached = standIn
    .takeSent()
    .flatMap((body) => (JSON.parse(body) as { touser: string }).touser.split('|'));
  const wanted = [...userids, ...warmUps];
  if (reached.toSorted().join() !== wanted.toSorted().join()) {
    throw new Error(`${reached.length} messages reached ${wanted.length} people`);
  }
}

function section(samples: ReadonlyMap<string, readonly DeliveryResult[]>, people: number): Section {
  const of = (name: string): readonly DeliveryResult[] => samples.get(name) ?? [];
  const peopleOf = (name: string): number =>
    name === broadcast || name === bareBroadcast ? crowd.length : people;
  const speedOf = (name: string): number => {
    const base = of(name === broadcast || name === bareBroadcast ? bareBroadcast : bareLoop);
    return median(of(name).map(({ seconds }, round) => (base[round]?.seconds ?? Number.NaN) / seconds));
  };
  const bytesOf = (name: string): number => median(of(name).map(({ queuedBytes }) => queuedBytes));

  return {
    title: `Delivery; WeCom answers after ${latency} ms, ${inFlight} calls in flight`,
    table: tableText(
      [
        '',
        'seconds',
        'people per s',
        'speed ÷ bare loop',
        'CPU µs per person',
        'Redis bytes per waiting call',
      ],
      [...samples.keys()].map((name) => {
        const seconds = median(of(name).map((result) => result.seconds));
        const cpu = median(of(name).map(({ cpuMicroseconds }) => cpuMicroseconds));
        return [
          name,
          seconds.toFixed(2),
          (peopleOf(name) / seconds).toFixed(0),
          speedOf(name).toFixed(2),
          (cpu / peopleOf(name)).toFixed(1),
          bytesOf(name).toFixed(0),
        ];
      }),
    ),
    aims: [
      aimed('10,000 texts, everything written down: speed ÷ bare loop', speedOf(personal), 0.8, 'least'),
      aimed('100,000 people in 100 calls: speed ÷ bare loop', speedOf(broadcast), 0.5, 'least'),
      aimed('10,000 texts: Redis bytes per waiting call', bytesOf(personal), 400, 'most'),
    ],
  };
}

function aimed(what: string, value: number, bound: number, kind: 'least' | 'most'): Aim {
  return {
    what,
    measured: value.toFixed(bound < 1 ? 2 : 0),
    aim: `${kind === 'least' ? '≥' : '≤'} ${bound}`,
    isReached: kind === 'least' ? value >= bound : value <= bound,
  };
}
