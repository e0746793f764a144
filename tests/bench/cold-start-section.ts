import { setImmediate as nextTurn } from 'node:timers/promises';
import { prepareCallbacks } from './callbacks.ts';
import { closedLoop } from './closed-loop.ts';
import { bareKoa, floor, product, startBare, type Contestant } from './contestants.ts';
import type { Cores } from './cores.ts';
import { checkReplies } from './replies.ts';
import { inRounds, type Contender } from './rounds.ts';
import type { Section } from './section.ts';
import type { Stage } from './stage.ts';
import { median } from './statistics.ts';
import { tableText } from './table.ts';

/** How long after its start a process gives its first correct answer. */
export async function measureColdStart(stage: Stage, cores: Cores, rounds: number): Promise<Section> {
  const contestants = [bareKoa, floor, product];
  const samples = await inRounds(
    rounds,
    contestants.map((contestant) => coldStart(contestant, stage, cores)),
  );
  const base = samples.get(bareKoa.name) ?? [];
  const ratioOf = (own: readonly number[]): number =>
    median(own.map((milliseconds, round) => milliseconds / (base[round] ?? Number.NaN)));

  const ratio = ratioOf(samples.get(product.name) ?? []);
  return {
    title: `Restart: from spawning the process to its first correct answer, ${rounds} rounds`,
    table: tableText(
      ['server', 'ms', '÷ bare Koa'],
      [...samples].map(([name, own]) => [name, median(own).toFixed(0), ratioOf(own).toFixed(2)]),
    ),
    aims: [
      {
        what: 'restart ÷ bare Koa',
        measured: ratio.toFixed(2),
        aim: '≤ 2.5',
        isReached: ratio <= 2.5,
      },
    ],
  };
}

function coldStart(contestant: Contestant, stage: Stage, cores: Cores): Contender<number> {
  return {
    name: contestant.name,
    async measure() {
      const userids = stage.userids.slice(0, 1);
      const requests = prepareCallbacks(userids, '签到').map(({ request }) => request);
      await nextTurn();
      const begun = performance.now();
      const server = await startBare(contestant, cores, stage);
      const { replies } = await closedLoop(server.port, requests, 1);
      const milliseconds = performance.now() - begun;
      checkReplies(replies, userids, contestant.answers);
      await server.stop();
      return milliseconds;
    },
  };
}
