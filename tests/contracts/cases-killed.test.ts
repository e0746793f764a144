import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBot, killedAtEveryStep, type Scenario } from '../support/replica-killed.ts';
import { replicaSpawner, type ReplicaSpawner } from '../support/replica-spawn.ts';
import type { World } from '../support/world.ts';

let spawner: ReplicaSpawner;
beforeAll(async () => {
  spawner = await replicaSpawner();
});
afterAll(() => spawner.close());

const steps: readonly (readonly [what: string, scenario: Scenario])[] = [
  [
    'a task is given once, and whoever has it is told once',
    {
      act: ({ person }) => person('陈志刚').types('交办 张三 12-01 写小结'),
      async check(world, { answer }) {
        expect(answer).toContain('任务 1：写小结\n已交给张三办理');
        expect(await course(world, 1)).toEqual(['11-20 09:00 您 · 发起', '现在：办理，等张三。']);
        expect(told(world, '张三', '任务 1 · 办理')).toBe(1);
        expect(await world.person('张三').says('任务')).toContain('等您办的任务 1 件：');
      },
    },
  ],
  [
    'a task given by a tap on 确认 has one number',
    {
      prepare: ({ person }) => person('钱文静').says('督办 @机关一支部 12-01 补齐会议记录'),
      act: ({ person }) => person('钱文静').taps('确认'),
      async check(world) {
        for (const name of ['陈志刚', '何雨晴', '张三'])
          expect([name, told(world, name, '督办 1 · 整改')]).toEqual([name, name === '张三' ? 0 : 1]);
        expect(await world.person('陈志刚').says('事项')).toContain('等您办的 1 件：\n1 督办');
      },
    },
  ],
  [
    'a task is handed in once by a tap, and its giver is told once',
    {
      prepare: given,
      act: ({ person }) => person('张三').taps('办结'),
      async check(world) {
        expect(await course(world, 1)).toEqual([
          '11-20 09:00 您 · 发起',
          '11-20 09:00 张三 · 办结',
          '现在：核验，等您。',
        ]);
        expect(told(world, '陈志刚', '任务 1 · 核验')).toBe(1);
        expect(fromBot(world.person('张三')).map(({ text }) => text.split('\n').at(-1))).toEqual([
          expect.stringContaining('已办结 11-20 09:00'),
        ]);
      },
    },
  ],
  [
    'a task is returned once with its reason',
    {
      prepare: handedIn,
      act: ({ person }) => person('陈志刚').types('退回 1 还缺第二部分'),
      async check(world, { answer }) {
        expect(answer).toContain('已退回：任务 1');
        expect((await course(world, 1)).slice(2)).toEqual([
          '11-20 09:00 您 · 退回：还缺第二部分',
          '现在：办理，等张三。',
        ]);
        expect(told(world, '张三', '退回：还缺第二部分')).toBe(1);
      },
    },
  ],
  [
    'a task is closed once, and whoever had it is told once',
    {
      prepare: handedIn,
      act: ({ person }) => person('陈志刚').types('核验 1'),
      async check(world, { answer }) {
        expect(answer).toBe('已核验：任务 1 写小结\n这件事办完了。');
        expect((await course(world, 1)).slice(2)).toEqual(['11-20 09:00 您 · 核验', '这件事已结束。']);
        expect(told(world, '张三', '任务 1 · 已核验')).toBe(1);
        expect(await world.person('张三').says('任务')).toBe('现在没有等您办的任务。');
      },
    },
  ],
  [
    'a task is taken back once, with the message about it',
    {
      prepare: given,
      act: ({ person }) => person('陈志刚').types('撤销'),
      async check(world, { answer }) {
        expect(answer).toBe('已撤销任务 1，发出的消息一并撤回。');
        expect(fromBot(world.person('张三')).filter(({ text }) => text.includes('任务 1 · 办理'))).toEqual(
          [],
        );
        expect(await world.person('张三').says('任务')).toBe('现在没有等您办的任务。');
      },
    },
  ],
];

describe('a step of a case whose replica is killed between any two requests takes effect once', () => {
  it.each(steps)('%s', { timeout: 120_000 }, (_what, scenario) => killedAtEveryStep(spawner, scenario));
});

async function given({ person }: World): Promise<void> {
  await person('陈志刚').says('交办 张三 12-01 写小结');
}

async function handedIn(world: World): Promise<void> {
  await given(world);
  await world.person('张三').says('办结 1');
}

/** What 陈志刚 sees of what was done, without the line that says what it is about. */
async function course({ person }: World, number: number): Promise<readonly string[]> {
  return (await person('陈志刚').says(`事项 ${number} 经过`)).split('\n').slice(1);
}

/** How many messages with this text somebody got unasked. */
function told({ person }: World, name: string, text: string): number {
  return fromBot(person(name)).filter((message) => message.text.includes(text)).length;
}
