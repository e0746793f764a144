import * as z from 'zod';
import { prepareCallbacks } from './callbacks.ts';
import { closedLoop } from './closed-loop.ts';
import { product, startMeasured } from './contestants.ts';
import type { Cores } from './cores.ts';
import { checkReplies, passive } from './replies.ts';
import type { Section } from './section.ts';
import type { ServerProcess } from './server-process.ts';
import type { Stage } from './stage.ts';
import { median } from './statistics.ts';
import { tableText } from './table.ts';
import { turnContender, type TurnKind, type TurnSample } from './turns.ts';

/** What two thousand people in one live room cost: they join, get a question, and all answer it at once. */
export async function measureRoom(stage: Stage, cores: Cores, rounds: number): Promise<Section> {
  const server = await startMeasured(product, cores, stage.environment);
  const [host = '', ...others] = stage.members;
  const room = { stage, server, host, people: others.slice(0, inRoom) };
  try {
    const nights: Round[] = [];
    for (let number = 1; number <= rounds; number += 1) nights.push(await playRound(room, number));
    return section(nights);
  } finally {
    await server.stop();
  }
}

/** Contract and issue: up to 2,000 people at once. */
const inRoom = 2000;

interface Room {
  readonly stage: Stage;
  readonly server: ServerProcess;
  readonly host: string;
  readonly people: readonly string[];
}

interface Round {
  readonly joining: TurnSample;
  readonly answering: TurnSample;
  /** Milliseconds from the host's 开始 until WeCom has accepted the question for everybody. */
  readonly askedIn: number;
}

async function playRound({ stage, server, host, people }: Room, number: number): Promise<Round> {
  const measure = (name: string, line: string, answer: RegExp): Promise<TurnSample> => {
    const kind: TurnKind = { name, server, line, people: () => people, check: passive(answer) };
    return turnContender(kind).measure(number);
  };
  await say(server, host, '发起竞赛 比一比 全体 1题 60秒');
  await say(server, host, '确认');
  await stage.everythingSent();
  const joining = await measure('joining', `加入 ${number}`, /^已加入竞赛/u);
  stage.standIn.takeSent();

  const begun = performance.now();
  await say(server, host, `竞赛 ${number} 开始`);
  const answerLine = await questionReaches(stage, people.length);
  const askedIn = performance.now() - begun;
  const answering = await measure('answering', answerLine, /^已记下/u);

  await say(server, host, `结束竞赛 ${number}`);
  await say(server, host, '确认');
  await stage.everythingSent();
  return { joining, answering, askedIn };
}

/** What one person types; the reply is another section's matter. */
async function say(server: ServerProcess, userid: string, line: string): Promise<void> {
  const requests = prepareCallbacks([userid], line).map(({ request }) => request);
  const { replies } = await closedLoop(server.port, requests, 1);
  checkReplies(replies, [userid], ({ status }) => (status === 200 ? undefined : `HTTP ${status}`));
}

const sentQuestion = z.object({
  touser: z.string(),
  template_card: z.object({ button_list: z.array(z.object({ key: z.string() })) }),
});

/** Waits until so many have been sent the question; resolves with a line that answers it. */
async function questionReaches(stage: Stage, people: number): Promise<string> {
  let reached = 0;
  for (;;) {
    await stage.everythingSent();
    for (const body of stage.standIn.takeSent()) {
      const question = sentQuestion.safeParse(JSON.parse(body));
      const line = question.data?.template_card.button_list[0]?.key;
      if (question.data === undefined || line === undefined) continue;
      reached += question.data.touser.split('|').length;
      if (reached >= people) return line;
    }
  }
}

function section(rounds: readonly Round[]): Section {
  const row = (name: string, samples: readonly TurnSample[]): readonly string[] => {
    const cpu = median(samples.map(({ cpuPerCallback }) => cpuPerCallback));
    return [
      name,
      cpu.toFixed(1),
      (1e6 / cpu).toFixed(0),
      median(samples.map(({ p50 }) => p50)).toFixed(1),
      median(samples.map(({ p99 }) => p99)).toFixed(1),
    ];
  };
  const askedIn = median(rounds.map((round) => round.askedIn));
  const slowest = median(rounds.map(({ answering }) => inRoom / answering.callbacksPerSecond));
  return {
    title: `A live room of ${inRoom} people, 64 connections, ${rounds.length} rounds`,
    table: tableText(
      ['turn', 'CPU µs', 'per CPU-s', 'p50 ms', 'p99 ms'],
      [
        row(
          '加入',
          rounds.map(({ joining }) => joining),
        ),
        row(
          'an answer',
          rounds.map(({ answering }) => answering),
        ),
      ],
    ),
    aims: [
      {
        what: `a question for ${inRoom} people: from 开始 until WeCom has accepted it`,
        measured: `${askedIn.toFixed(0)} ms`,
        aim: '≤ 2,000 ms',
        isReached: askedIn <= 2000,
      },
      {
        what: `${inRoom} people answer at the same moment: until the last reply`,
        measured: `${(slowest * 1000).toFixed(0)} ms`,
        aim: '≤ 5,000 ms, the time WeCom waits',
        isReached: slowest <= 5,
      },
    ],
  };
}
