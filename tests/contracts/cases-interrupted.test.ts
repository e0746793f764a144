import { afterEach, describe, expect, it } from 'vitest';
import { noDutyRules } from '../../src/library/duty-rules.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { dieDuring, openDyingStage, type DyingStage } from '../support/replica-dying.ts';
import { letClaimsLapse } from '../support/replica-lapse.ts';
import { fromBot } from '../support/replica-killed.ts';
import { replaceRoster } from '../support/replace-roster.ts';
import { storedLines } from '../support/replica-stored.ts';
import type { World } from '../support/world.ts';

const content = (await loadLibrary('content')).library;
/** Without what is sent every morning: what goes out is about cases. */
const library = { ...content, studyItems: [], quizQuestions: [], duties: noDutyRules };

const open: DyingStage[] = [];

afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

const morning = Date.UTC(2026, 10, 27, 1, 30);

/** At 9:30 one task is to be reminded of, one supervision is late, and whoever had another task has left. */
async function begin(): Promise<DyingStage> {
  const stage = await openDyingStage({ start: '2026-11-20 09:00', library });
  open.push(stage);
  const { here, dying, living } = stage;
  await dying.settle();
  for (const [name, line] of [
    ['陈志刚', '交办 张三 11-30 写小结'],
    ['陈志刚', '交办 周琪 12-25 报名单'],
    ['钱文静', '督办 @机关一支部 11-26 补齐会议记录'],
    ['钱文静', '确认'],
  ] as const) {
    await here.person(name).says(line);
    await living.settle();
  }
  await replaceRoster(here, {
    ...here.lists,
    people: here.lists.people.filter(({ userid }) => userid !== 'zhou.qi'),
  });
  here.clock.move(morning);
  return stage;
}

/** What falls due within the same hour is one message: each thing is once in all that somebody got. */
function expectEachToldOnce(here: World): void {
  const shown = (name: string): string =>
    fromBot(here.person(name))
      .map(({ text }) => text)
      .join('\n');
  const times = (name: string, words: string): number => shown(name).split(words).length - 1;
  expect({
    zhang: times('张三', '任务 1 还有 3 天到期'),
    chen: [
      times('陈志刚', '督办 3 过了期限 1 天'),
      times('陈志刚', '原来办的同志已经不在名册上'),
      times('陈志刚', '任务 1 还有'),
    ],
    he: [times('何雨晴', '督办 3 过了期限 1 天'), times('何雨晴', '原来办的同志已经不在名册上')],
    // Whoever gave it hears of it privately, and of nothing else.
    qian: [
      times('钱文静', '督办 3 过了期限 1 天'),
      times('钱文静', '只告诉有关负责人，没有公开'),
      times('钱文静', '任务 1') + times('钱文静', '任务 2'),
    ],
    zhou: times('周琪', '到期'),
  }).toEqual({ zhang: 1, chen: [1, 1, 0], he: [1, 1], qian: [1, 1, 0], zhou: 0 });
}

async function goOn({ here, living }: DyingStage): Promise<void> {
  await letClaimsLapse(here);
  await living.settle();
  for (const minutes of [10, 61, 62]) {
    here.clock.move(morning + minutes * 60_000);
    await living.settle();
  }
}

describe('a process that dies while reminders, lateness and handing over go out', () => {
  it('after any number of round trips leaves everybody told exactly once', { timeout: 120_000 }, async () => {
    let requests = 0;
    for (let isCut = true; isCut; requests += 1) {
      const stage = await begin();
      isCut = await dieDuring(stage, requests, async ({ services }) => {
        await services.caseRounds.go(morning);
        await services.automatic.sendDue(morning);
      });
      await goOn(stage);
      expectEachToldOnce(stage.here);
      await open.pop()?.close();
    }
    // Three cases, each with a commit of its own, then what was waiting for each of five people.
    expect(requests).toBeGreaterThan(8);
  });
});

describe('the daily round', () => {
  it('run by two replicas at once, and again, tells everybody once', async () => {
    const stage = await begin();
    const { here, dying, living } = stage;
    await Promise.all([dying, living, dying, living].map(({ app }) => app.services.caseRounds.go(morning)));
    await Promise.all([dying.app.tick(), living.app.tick()]);
    await living.app.services.caseRounds.go(morning + 60_000);
    await goOn(stage);
    expectEachToldOnce(here);
  });

  it('shows beforehand what it will do, and changes nothing by that', async () => {
    const { here, living } = await begin();
    const before = await storedByUs(here);
    const planned = await living.app.services.caseRounds.planned(morning);
    const officers = ['chen.zhigang', 'gao.meifang', 'he.yuqing'];
    expect(planned.map(({ userid, what }) => `${userid} ${what}`).toSorted()).toEqual(
      [
        'zhang.san 任务 1 还有 3 天到期',
        ...officers.map((userid) => `${userid} 任务 2 · 办理`),
        ...[...officers, 'qian.wenjing'].map((userid) => `${userid} 督办 3 过了期限 1 天`),
      ].toSorted(),
    );
    expect(await storedByUs(here)).toEqual(before);
  });
});

/** Without the queue's own notes: every few seconds it looks for jobs whose sender has died, and writes that down. */
async function storedByUs({ redis, settings }: World): Promise<readonly string[]> {
  const queue = createKeys(settings.redisPrefix)('queue', '');
  return (await storedLines(redis, settings.redisPrefix)).filter((line) => !line.startsWith(queue));
}
