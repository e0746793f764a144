import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { QuizQuestion } from '../../src/library/quiz-question.ts';
import { localDate } from '../../src/time/local-date.ts';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();
const content = (await loadLibrary('content')).library;

const base = {
  because: '因为规定如此。',
  source: '条例第二条',
  tags: [],
  asOf: localDate(2026, 1, 1),
  file: 'quiz/test.yaml',
};

/** One question of each kind. */
const bank: readonly QuizQuestion[] = [
  {
    ...base,
    id: 's1',
    type: 'single',
    ask: '单选试题？',
    choices: new Map([
      ['A', '甲'],
      ['B', '乙'],
    ]),
    answer: ['B'],
  },
  {
    ...base,
    id: 'm1',
    type: 'multiple',
    ask: '多选试题？',
    choices: new Map([
      ['A', '甲'],
      ['B', '乙'],
      ['C', '丙'],
    ]),
    answer: ['A', 'C'],
  },
  { ...base, id: 'j1', type: 'judge', ask: '判断试题。', answer: '对' },
  { ...base, id: 'f1', type: 'fill', ask: '填空试题：（　）。', answer: ['三会一课', '三会'] },
];
const rightAnswers: readonly (readonly [ask: string, answer: string])[] = [
  ['单选试题', 'b'],
  ['多选试题', 'A、C'],
  ['判断试题', '√'],
  ['填空试题', '“三会一课”'],
];
const library = { ...content, quizQuestions: bank };

function rightAnswerTo(question: string): string {
  const shown = question.slice(question.lastIndexOf('挑战 1 · '));
  return rightAnswers.find(([ask]) => shown.includes(ask))?.[1] ?? '';
}

/** 陈志刚 opens a challenge for his branch, from Monday to Friday. */
async function openChallenge({ person }: World): Promise<void> {
  await person('陈志刚').says('发起挑战 换届知识 本支部 11-23 11-27 4题');
  await person('陈志刚').says('确认');
}

describe('a contest in a window', () => {
  it('is announced on its first morning, answered in the own time, and ends with the result', async () => {
    const world = await begin({ replicas: 2, library });
    const { person, goTo } = world;
    const [chen, lin, zhou] = [person('陈志刚'), person('林晓棠'), person('周琪')];
    expect(await chen.says('发起挑战 换届知识 本支部 11-23 11-27 4题')).toBe(
      [
        '预览（还没有发出）',
        '发给：机关一支部 9 人',
        '换届知识',
        '4 题，11月23日（周一）起到11月27日（周五），什么时候答、分几次答都行。',
        '自愿参加。得分按支部算：答对的题 ÷（全体党员 × 题数）。',
        '邀请：11月23日（周一）8:00 起',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(await chen.says('确认')).toContain('挑战 1（换届知识）已发起，11月23日（周一）上午邀请大家');
    expect(await lin.says('挑战')).toContain('1 换届知识 · 4 题 · 11月23日（周一）开始');
    expect(await lin.says('挑战 1')).toContain('11月23日（周一）开始，到时候会告诉您');
    expect(await lin.says('挑战 1 B')).toContain('开始，到时候会告诉您');

    await goTo('2026-11-23 00:00');
    expect(lin.messages().some(({ text }) => text.includes('自愿参加'))).toBe(false);
    await goTo('2026-11-23 08:00');
    expect(lin.lastMessage()?.text).toContain('挑战 1 · 换届知识\n机关一支部 · 自愿参加');
    await goTo('2026-11-23 08:01');
    expect(lin.messages().filter(({ text }) => text.includes('自愿参加'))).toHaveLength(1);

    let said = await lin.says('挑战 1');
    for (const place of [1, 2, 3]) {
      expect(said).toContain(`挑战 1 · ${place}/4`);
      said = await lin.says(rightAnswerTo(said));
      expect(said).toMatch(/^对。因为规定如此。\n依据：条例第二条\n——\n/u);
    }
    await goTo('2026-11-25 20:00');
    expect(await lin.says('挑战')).toContain('1 换届知识 · 4 题 · 答了 3/4 · 11月27日（周五）截止');
    said = await lin.says('挑战 1');
    expect(said).toContain('挑战 1 · 4/4');
    expect(await lin.says(rightAnswerTo(said))).toContain('挑战 1 都答完了，您答对 4/4（只有您看得到）');
    expect(await lin.says('挑战 1')).toContain('您答对 4/4');
    expect(await lin.says('挑战 1 B 1')).toMatch(/已经答过|只选一个|这题是/u);

    expect(await zhou.says('挑战 1')).toContain('挑战 1 · 1/4');
    expect(await chen.says('挑战 1 情况')).toContain('参加 1/9 人（截至 20:00）');
    expect(await lin.says('挑战 1 情况')).toContain('由发起的人和机关一支部的负责人看');

    await goTo('2026-11-28 00:00');
    expect(await lin.says('挑战 1')).toContain('机关一支部　4/36（11%）\n参加 1/9 人\n您答对 4/4');
    expect(lin.lastMessage()?.text).not.toContain('愿意公布您的名字');
    await goTo('2026-11-28 09:00');
    expect(lin.lastMessage()?.text).not.toContain('愿意公布您的名字');
    await goTo('2026-11-30 08:00');
    expect(lin.lastMessage()?.text).toContain('您全部答对了，愿意公布您的名字吗？');
    expect(person('吴刚').messages()).toHaveLength(1);
    await lin.taps('同意公布');
    await lin.sees('已同意公布');
    expect(await zhou.says('挑战 1')).toContain('全部答对并同意公布：林晓棠');
    expect(await lin.says('挑战 1 B')).toContain('挑战 1 已经结束');
  });

  it('counts nothing that can be no answer to the question on the screen', async () => {
    const world = await begin({ library });
    await openChallenge(world);
    await world.goTo('2026-11-23 08:00');
    const lin = world.person('林晓棠');
    const advice: Readonly<Record<string, string>> = {
      单选: '这题只有 A 到 B',
      多选: '这题只有 A 到 C',
      判断: '这题是判断，直接回复 对 或 错',
      填空: '这题是填空，直接回复要填的词或数字',
    };
    let screen = await lin.says('挑战 1');
    for (const _ of bank) {
      const shown = screen.slice(screen.lastIndexOf('挑战 1 · '));
      const type = Object.keys(advice).find((name) => shown.includes(name)) ?? '';
      expect(await lin.says('E')).toContain(advice[type]);
      screen = await lin.says(rightAnswerTo(screen));
      expect(screen).toMatch(/^对/u);
    }
  });

  it('is tapped through in one place, each answer explained at once', async () => {
    const world = await begin({
      replicas: 2,
      library: {
        ...content,
        quizQuestions: bank.filter(({ type }) => type === 'single' || type === 'judge'),
      },
    });
    const { person, settle, goTo } = world;
    const lin = person('林晓棠');
    await person('陈志刚').says('发起挑战 换届知识 本支部 今天 11-27 2题');
    await person('陈志刚').says('确认');
    await goTo('2026-11-20 09:01');
    await lin.taps('开始');
    const leaf = await lin.sees('挑战 1 · 1/2');
    const isSingle = leaf.text.includes('单选试题');
    await lin.taps(isSingle ? 'A' : '错');
    await lin.sees(isSingle ? '您答 A，不对' : '您答 错，不对');
    await lin.sees(isSingle ? '答案是 B. 乙。因为规定如此。' : '答案是“对”。因为规定如此。');
    expect(await lin.says('对')).toContain('没有看懂');
    await lin.taps('下一题');
    await lin.sees('挑战 1 · 2/2');
    await lin.taps(isSingle ? '对' : 'B');
    await lin.sees('成绩：答对 1/2（只有您看得到）');
    await settle();
    await lin.taps('看看成绩');
    await lin.sees('都答完了');
    expect(
      lin.messages().filter(({ from, content: { kind } }) => from === 'bot' && kind === 'card'),
    ).toHaveLength(1);
  });

  it('asks everybody the same, in an order of the own', async () => {
    const world = await begin();
    const { person, goTo } = world;
    await person('陈志刚').says('发起挑战 换届知识 本支部 今天 今天 20题');
    await person('陈志刚').says('确认');
    await goTo('2026-11-20 09:01');
    const first = await Promise.all(
      ['林晓棠', '周琪', '徐乐乐', '罗健'].map((name) => person(name).says('挑战 1')),
    );
    expect(first.every((said) => said.includes('挑战 1 · 1/20'))).toBe(true);
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(await person('林晓棠').says('挑战 1')).toBe(first[0]);
  });

  it('keeps bare words for the question that was shown last', async () => {
    const daily = bank.filter(({ type }) => type === 'single' || type === 'judge');
    const world = await begin({
      library: { ...content, quizQuestions: [...daily, ...content.quizQuestions] },
    });
    const { person, goTo } = world;
    const lin = person('林晓棠');
    await person('陈志刚').says('发起挑战 换届知识 本支部 今天 11-30 20题');
    await person('陈志刚').says('确认');
    await goTo('2026-11-20 09:01');
    expect(await lin.says('b')).toContain('现在没有等您回答的题');
    await lin.says('挑战 1');
    await lin.says('答题');
    expect(await lin.says('b')).toMatch(/^对。因为规定如此。\n依据：条例第二条$/u);
    const again = await lin.says('挑战 1');
    expect(again).toContain('挑战 1 · 1/20');

    await goTo('2026-11-23 08:30');
    expect(lin.lastMessage()?.text).toContain('每日一题');
    expect(await lin.says('对')).toContain('对。因为规定如此。');
    expect(await lin.says('挑战')).toContain('答了 0/20');
  });

  it('takes no words of another day, or that ask for a question, as an answer to a gap', async () => {
    const gaps = bank.filter(({ type }) => type === 'fill');
    const world = await begin({ library: { ...content, quizQuestions: gaps } });
    const { person, goTo } = world;
    const lin = person('林晓棠');
    await person('陈志刚').says('发起挑战 换届知识 本支部 今天 11-30 1题');
    await person('陈志刚').says('确认');
    await goTo('2026-11-20 09:01');
    await lin.says('挑战 1');
    expect(await lin.says('下一题')).toContain('挑战 1 · 1/1 · 填空');
    for (const words of ['跳过', '不会', '上一题', '第 3 题']) {
      expect(await lin.says(words)).toContain('答了这题才有下一题');
    }
    await goTo('2026-11-21 09:00');
    expect(await lin.says('今天吃什么')).toContain('没有看懂');
    expect(await lin.says('三会一课')).toContain('没有看懂');
    await lin.says('挑战 1');
    expect(await lin.says('三会一课')).toContain('您答对 1/1');
  });

  it('takes no answer late, twice, or to a question that is none', async () => {
    const choices = bank.filter(({ type }) => type !== 'fill');
    const world = await begin({ replicas: 2, library: { ...content, quizQuestions: choices } });
    const { person, goTo, redis, settings } = world;
    const lin = person('林晓棠');
    await person('陈志刚').says('发起挑战 换届知识 本支部 今天 今天 3题');
    await person('陈志刚').says('确认');
    await goTo('2026-11-20 09:01');
    const said = await lin.says('挑战 1');
    expect(await lin.says('E'.repeat(3))).not.toMatch(/^对/u);
    expect(await lin.says('挑战 1 A 9')).toContain('这次挑战是 1 到 3 题，没有第 9 题');
    expect(await lin.says('挑战 2')).toContain('没有给您的第 2 号');
    expect(await lin.says('挑战 甲')).toContain('“甲”没有看懂，应当是编号');
    expect(await lin.says('竞赛 1')).toContain('1 号是挑战，不用加入');
    expect(await lin.says('加入 1')).toContain('1 号是挑战，不用加入');
    const answer = rightAnswerTo(said).replaceAll(/[“”、]/gu, '');
    await Promise.all([lin.types(`挑战 1 ${answer} 1`), lin.types(`挑战 1 ${answer} 1`)]);
    const asked = bank.find(({ ask }) => said.includes(ask.slice(0, 4)))?.id ?? '';
    expect(await redis.hget(`${settings.redisPrefix}:{b}:quiz-figures:${asked}`, 'tried')).toBe('1');

    world.clock.advance(24 * 3600_000);
    expect(await lin.says(`挑战 1 ${answer} 2`)).toContain('挑战 1 已经结束，这次没有记');
    expect(await lin.says('挑战 1')).toContain('已经结束');
    await world.settle();
    expect(await lin.says('挑战 1')).toContain('机关一支部　1/27（3%）');
  });

  it('is ended early by whoever leads it, once, with everything that was answered', async () => {
    const world = await begin({ library });
    const { person, goTo } = world;
    await openChallenge(world);
    await goTo('2026-11-23 08:00');
    const said = await person('林晓棠').says('挑战 1');
    await person('林晓棠').says(rightAnswerTo(said));
    expect(await person('林晓棠').says('结束竞赛 1')).toContain('由小组长、书记、副书记、委员和机关工委使用');
    expect(await person('马晓峰').says('结束竞赛 1')).toContain('没有给您的第 1 号');
    expect(await person('何雨晴').says('结束挑战 1')).toContain('结果发给参加的 1 人。不能撤回');
    expect(await person('何雨晴').says('确认')).toContain('挑战 1 已结束，结果会在工作日发给参加的 1 人');
    expect(await person('林晓棠').says('挑战 1')).toContain('结果正在算');
    await goTo('2026-11-23 08:01');
    expect(await person('林晓棠').says('挑战 1')).toContain('机关一支部　1/36（2%）');
    expect(await person('何雨晴').says('结束挑战 1')).toContain('挑战 1 已经结束了');
  });

  it('is forgotten by person after 90 days; what branches came to stays', async () => {
    const world = await begin({ library });
    const { person, goTo, redis, settings } = world;
    await openChallenge(world);
    await goTo('2026-11-23 08:00');
    const said = await person('林晓棠').says('挑战 1');
    await person('林晓棠').says(rightAnswerTo(said));
    await goTo('2026-11-28 00:00');
    await goTo('2027-02-26 03:20');
    expect(await redis.exists(`${settings.redisPrefix}:{b}:contest:1:entries`)).toBe(1);
    await goTo('2027-02-27 03:20');
    expect(await redis.exists(`${settings.redisPrefix}:{b}:contest:1:entries`)).toBe(0);
    expect(await person('林晓棠').says('挑战 1')).toContain('机关一支部　1/36（2%）\n参加 1/9 人');
    expect(await person('林晓棠').says('挑战 1')).not.toContain('您答对');
  });
});
