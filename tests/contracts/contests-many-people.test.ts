import { afterEach, describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { Library } from '../../src/library/library.ts';
import { isPartyMember } from '../../src/roster/party-member.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { startReplica, type StartedReplica } from '../support/replica-start.ts';
import { world, type World } from '../support/world.ts';

const content = (await loadLibrary('content')).library;
const judged: Library = {
  ...content,
  quizQuestions: content.quizQuestions.filter(({ type }) => type === 'judge'),
};

const lists = generateRoster(21, 300);
const members = lists.people.filter(isPartyMember).map(({ userid }) => userid);

interface Stage {
  readonly here: World;
  readonly replicas: readonly StartedReplica[];
}

let stage: Stage | undefined;

afterEach(async () => {
  await Promise.all((stage?.replicas ?? []).map((replica) => replica.stop()));
  await stage?.here.close();
  stage = undefined;
});

async function begin(): Promise<Stage> {
  const here = await world({ replicas: 0, lists, library: judged });
  const replicas = await Promise.all([startReplica(here), startReplica(here)]);
  here.simulator.setCallbackUrl(replicas.map(({ callbackUrl }) => callbackUrl));
  stage = { here, replicas };
  await settle(stage);
  return stage;
}

/** Both replicas at the same moment, several times over. */
async function settle({ replicas }: Stage): Promise<void> {
  await Promise.all([...replicas, ...replicas, ...replicas].map(({ app }) => app.tick()));
  for (const { app } of replicas) await app.settle();
}

function says({ here }: Stage, userid: string, words: string): Promise<string> {
  return here.simulator
    .person(userid)
    .types(words)
    .then(({ answer }) => answer ?? '');
}

/** The host opens a room for everybody, and all party members join at once. */
async function fill(now: Stage, questions: number): Promise<void> {
  await says(now, 'u00001', `发起竞赛 换届知识 全体 ${questions}题`);
  await says(now, 'u00001', '确认');
  await settle(now);
  const joined = await Promise.all(members.map((userid) => says(now, userid, '加入 1')));
  expect(joined.filter((said) => said.includes('已加入竞赛 1'))).toHaveLength(members.length);
}

async function pass(now: Stage, milliseconds: number): Promise<void> {
  now.here.clock.advance(milliseconds);
  await settle(now);
}

function stored({ here }: Stage, field: string): Promise<string | null> {
  return here.redis.hget(`${here.settings.redisPrefix}:{b}:contest:1:state`, field);
}

/** How many messages with this text each person has got. */
function received({ here }: Stage, text: string): number[] {
  return members.map(
    (userid) =>
      here.simulator
        .person(userid)
        .messages()
        .filter((message) => message.text.includes(text)).length,
  );
}

interface Sums {
  readonly people: number;
  readonly tookPart: number;
  readonly units: readonly { readonly right: number; readonly people: number }[];
}

async function result(now: Stage): Promise<Sums> {
  return JSON.parse((await stored(now, 'result')) ?? '') as Sums;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

describe('three hundred people in a live room over two replicas', () => {
  it('are all counted, exactly', { timeout: 120_000 }, async () => {
    const now = await begin();
    await fill(now, 2);
    await says(now, 'u00001', '竞赛 1 开始');
    await settle(now);
    const answers = new Map<string, string>();
    for (const place of [1, 2]) {
      await Promise.all(
        members.map(async (userid, index) => {
          const words = (index * 7 + place) % 3 === 0 ? '对' : '错';
          const said = await says(now, userid, words);
          expect(said).toContain(`已记下：第 ${place} 题您答 ${words}`);
          answers.set(`${userid} ${place}`, words);
        }),
      );
      await pass(now, 33_000);
      await pass(now, 20_000);
    }

    const { here } = now;
    const contest = JSON.parse(
      (await here.redis.get(`${here.settings.redisPrefix}:{b}:contest:1`)) ?? '',
    ) as { questions: string[] };
    const right = contest.questions.map((id) => judged.quizQuestions.find((one) => one.id === id)?.answer);
    const expected = [...answers].filter(
      ([key, words]) => words === right[Number(key.split(' ')[1]) - 1],
    ).length;

    const sums = await result(now);
    expect(sum(sums.units.map((unit) => unit.right))).toBe(expected);
    expect(sum(sums.units.map((unit) => unit.people))).toBe(members.length);
    expect(sums).toMatchObject({ people: members.length, tookPart: members.length });

    // Six heartbeats at each moment, and everybody was told everything once.
    for (const text of [
      '第 1/2 题 · 判断',
      '第 1/2 题 · 答案',
      '第 2/2 题 · 判断',
      '第 2/2 题 · 答案',
      ' · 结果',
    ]) {
      expect({ text, times: new Set(received(now, text)) }).toEqual({ text, times: new Set([1]) });
    }
    expect(here.simulator.violations).toEqual([]);
  });

  it('are told the truth when time runs out while they answer', { timeout: 120_000 }, async () => {
    const now = await begin();
    await fill(now, 1);
    await says(now, 'u00001', '竞赛 1 开始');
    await settle(now);

    const waiting = [...members];
    const said: string[] = [];
    let closing: Promise<void> | undefined;
    const answering = Array.from({ length: 20 }, async () => {
      for (let userid = waiting.pop(); userid !== undefined; userid = waiting.pop()) {
        said.push(await says(now, userid, '对'));
        if (said.length < members.length / 2 || closing !== undefined) continue;
        now.here.clock.advance(33_000);
        closing = settle(now);
      }
    });
    await Promise.all(answering);
    await closing;
    const noted = said.filter((one) => one.includes('已记下')).length;
    const late = said.filter((one) => one.includes('没有计入')).length;
    expect(noted + late).toBe(members.length);
    expect(Math.min(noted, late)).toBeGreaterThan(members.length / 4);
    await settle(now);
    await pass(now, 20_000);
    expect(await result(now)).toMatchObject({ tookPart: noted });
    expect(new Set(received(now, '第 1/1 题 · 答案'))).toEqual(new Set([1]));
  });

  it('miss no question when they join while it is asked', { timeout: 120_000 }, async () => {
    const now = await begin();
    await says(now, 'u00001', '发起竞赛 换届知识 全体 1题');
    await says(now, 'u00001', '确认');
    await settle(now);
    await says(now, members[0] ?? '', '加入 1');

    const joining = members.slice(1).map((userid) => says(now, userid, '加入 1'));
    await says(now, 'u00001', '竞赛 1 开始');
    await settle(now);
    await Promise.all(joining);
    await settle(now);
    expect(new Set(received(now, '第 1/1 题 · 判断'))).toEqual(new Set([1]));
  });
});
