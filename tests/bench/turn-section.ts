import * as z from 'zod';
import { bareKoa, floor, product, startMeasured } from './contestants.ts';
import type { Cores } from './cores.ts';
import { passive, plain } from './replies.ts';
import { inRounds } from './rounds.ts';
import type { Section } from './section.ts';
import type { Stage } from './stage.ts';
import { median } from './statistics.ts';
import { tableText } from './table.ts';
import { turnContender, type TurnKind, type TurnSample } from './turns.ts';

/** Whole turns under load: what a callback costs the server, against bare Koa in the same round. */
export async function measureTurns(stage: Stage, cores: Cores, rounds: number): Promise<Section> {
  const [koa, lower, service] = await Promise.all(
    [bareKoa, floor, product].map((contestant) => startMeasured(contestant, cores, stage.environment)),
  );
  if (!koa || !lower || !service) throw new Error('three servers were started');
  const everybody = (): readonly string[] => stage.userids;
  const kinds: readonly TurnKind[] = [
    { name: bareKoa.name, server: koa, line: '签到', people: everybody, check: bareKoa.answers },
    { name: floor.name, server: lower, line: '签到', people: everybody, check: floor.answers },
    {
      name: checkIn,
      server: service,
      line: '签到',
      people: everybody,
      check: passive(/^今天的学习签到已记下/u),
      before: stage.beginDay,
    },
    {
      name: answer,
      server: service,
      line: 'B',
      people: everybody,
      check: passive(/^(?:对。|不对，)/u),
      before: stage.askEverybody,
    },
    {
      name: '学习, card included',
      server: service,
      line: '学习',
      people: (round) => share(stage.userids, round),
      check: plain(''),
      before: stage.beginDay,
      after: (userids) => cardsArrive(stage, userids),
    },
  ];

  try {
    const contenders = kinds.map(turnContender);
    // The first round only warms up.
    await inRounds(1, contenders);
    return section(await inRounds(rounds, contenders), stage.userids.length);
  } finally {
    await Promise.all([koa, lower, service].map((server) => server.stop()));
  }
}

const checkIn = '签到';
const answer = 'an answer to the daily question';

/** The hour of the day: everybody answers within this time. */
const answeringSeconds = 600;

/** A fifth of the people, another one in each round: a card costs several times what a reply does. */
function share(userids: readonly string[], round: number): readonly string[] {
  const size = Math.floor(userids.length / 5);
  const start = (round % 5) * size;
  return userids.slice(start, start + size);
}

const sentCard = z.object({
  touser: z.string(),
  template_card: z.object({ main_title: z.object({ title: z.string().min(1) }) }),
});

/** Everybody gets one card, and nobody another. */
async function cardsArrive(stage: Stage, userids: readonly string[]): Promise<void> {
  await stage.everythingSent();
  const reached = stage.standIn.takeSent().map((body) => sentCard.parse(JSON.parse(body)).touser);
  if (reached.toSorted().join() !== userids.toSorted().join()) {
    throw new Error(`${reached.length} cards were sent to ${userids.length} people`);
  }
}

function section(samples: ReadonlyMap<string, readonly TurnSample[]>, people: number): Section {
  const base = samples.get(bareKoa.name) ?? [];
  const ratiosOf = (own: readonly TurnSample[]): readonly number[] =>
    own.map(({ cpuPerCallback }, round) => (base[round]?.cpuPerCallback ?? Number.NaN) / cpuPerCallback);

  const rows = [...samples].map(([name, own]) => {
    const cpu = median(own.map(({ cpuPerCallback }) => cpuPerCallback));
    return [
      name,
      cpu.toFixed(1),
      (1e6 / cpu).toFixed(0),
      spread(ratiosOf(own)),
      median(own.map(({ callbacksPerSecond }) => callbacksPerSecond)).toFixed(0),
      median(own.map(({ p50 }) => p50)).toFixed(1),
      median(own.map(({ p99 }) => p99)).toFixed(1),
      median(own.map(({ residentBytes }) => residentBytes / 2 ** 20)).toFixed(0),
    ];
  });
  const ratios = ratiosOf(samples.get(checkIn) ?? []);
  const answers = (samples.get(answer) ?? []).map(({ cpuPerCallback }) => cpuPerCallback);
  const busy = (median(answers) * people) / (answeringSeconds * 1e6);
  return {
    title: `Callbacks, 64 connections, ${people} people, every callback different, every reply checked`,
    table: tableText(
      ['server', 'CPU µs', 'per CPU-s', '÷ bare Koa', 'per s', 'p50 ms', 'p99 ms', 'RSS MiB'],
      rows,
    ),
    aims: [
      {
        what: '签到: callbacks per CPU-second ÷ bare Koa',
        measured: spread(ratios),
        aim: '≥ 0.28 (0.35: a triumph)',
        isReached: median(ratios) >= 0.28,
      },
      {
        what: `${people} people answer within ten minutes: share of one core`,
        measured: `${(busy * 100).toFixed(1)} %`,
        aim: '≤ 5 %',
        isReached: busy <= 0.05,
      },
    ],
  };
}

/** The median, and from where to where the rounds went. */
function spread(values: readonly number[]): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`;
}
