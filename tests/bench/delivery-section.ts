import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cores } from './cores.ts';
import { warmUps, type DeliveryResult, type DeliveryTask } from './delivery-task.ts';
import { inRounds, type Contender } from './rounds.ts';
import type { Section } from './section.ts';
import type { Stage } from './stage.ts';
import { startStandIn, type StandIn } from './stand-in.ts';
import { median } from './statistics.ts';
import { tableText } from './table.ts';

/** What sending to everybody takes, against a loop that writes nothing down. */
export async function measureDelivery(stage: Stage, cores: Cores, rounds: number): Promise<Section> {
  const standIn = await startStandIn(latency);
  const contender = (name: string, sender: DeliveryTask['sender'], recipientsPerCall: number) => ({
    name,
    measure: (round: number) =>
      run({
        sender,
        userids: stage.userids,
        recipientsPerCall,
        inFlight,
        apiBase: standIn.url,
        redisUrl: stage.environment['REDIS_URL'] ?? '',
        prefix: `${sender}-${recipientsPerCall}-${round}`,
      }),
  });
  const contenders: readonly Contender<DeliveryResult>[] = [
    contender(bareLoop, 'undici', 1),
    contender(personal, 'delivery', 1),
    contender('10,000 people, one text, shared calls', 'delivery', 1000),
  ];

  try {
    return section(await inRounds(rounds, contenders), stage.userids.length);
  } finally {
    standIn.close();
  }

  async function run(task: DeliveryTask): Promise<DeliveryResult> {
    const program = fileURLToPath(new URL('delivery-run.ts', import.meta.url));
    const words = [...cores.serverPrefix, process.execPath, '--import', 'tsx', program];
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
  const base = samples.get(bareLoop) ?? [];
  const speedOf = (own: readonly DeliveryResult[]): number =>
    median(own.map(({ seconds }, round) => (base[round]?.seconds ?? Number.NaN) / seconds));
  const bytesOf = (own: readonly DeliveryResult[]): number =>
    median(own.map(({ queuedBytes }) => queuedBytes));

  const own = samples.get(personal) ?? [];
  return {
    title: `Delivery to ${people} people, WeCom answers after ${latency} ms, ${inFlight} calls in flight`,
    table: tableText(
      [
        '',
        'seconds',
        'people per s',
        'speed ÷ bare loop',
        'CPU µs per person',
        'Redis bytes per waiting call',
      ],
      [...samples].map(([name, results]) => {
        const seconds = median(results.map((result) => result.seconds));
        const cpu = median(results.map(({ cpuMicroseconds }) => cpuMicroseconds));
        return [
          name,
          seconds.toFixed(2),
          (people / seconds).toFixed(0),
          speedOf(results).toFixed(2),
          (cpu / people).toFixed(1),
          bytesOf(results).toFixed(0),
        ];
      }),
    ),
    aims: [
      {
        what: '10,000 texts, everything written down: Redis bytes per waiting call',
        measured: bytesOf(own).toFixed(0),
        aim: '≤ 400',
        isReached: bytesOf(own) <= 400,
      },
    ],
  };
}
