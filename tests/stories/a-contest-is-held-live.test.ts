import { describe, expect, it } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import type { QuizQuestion } from '../../src/library/quiz-question.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { localDate } from '../../src/time/local-date.ts';
import { startReplica } from '../support/replica-start.ts';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();
const content = (await loadLibrary('content')).library;

/** A bank in which everything is B, so that a story knows what is right. */
function questionsAllB(count: number): readonly QuizQuestion[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `t${index + 1}`,
    type: 'single',
    ask: `第 ${index + 1} 道试题？`,
    choices: new Map([
      ['A', '甲'],
      ['B', '乙'],
      ['C', '丙'],
      ['D', '丁'],
    ]),
    answer: ['B'],
    because: '因为规定如此。',
    source: '支部工作条例（试行）第二条',
    tags: [],
    asOf: localDate(2026, 1, 1),
    file: 'quiz/test.yaml',
  }));
}

function withBank(count: number): Library {
  return { ...content, quizQuestions: questionsAllB(count) };
}

/** The time of a question, and of the pause after it, goes by. */
async function passQuestion({ clock, settle }: World): Promise<void> {
  clock.advance(33_000);
  await settle();
}

async function passPause({ clock, settle }: World): Promise<void> {
  clock.advance(20_000);
  await settle();
}

/** 陈志刚 opens a room for his branch of nine. */
async function openRoom({ person, settle }: World, words = '本支部 2题'): Promise<void> {
  await person('陈志刚').says(`发起竞赛 换届知识 ${words}`);
  await person('陈志刚').says('确认');
  await settle();
}

describe('a contest is held live', () => {
  it('from the invitation to the result, over two replicas', async () => {
    const world = await begin({ replicas: 2, library: withBank(2) });
    const { person, settle } = world;
    const [chen, lin, zhou, xu] = [person('陈志刚'), person('林晓棠'), person('周琪'), person('徐乐乐')];

    expect(await chen.says('发起竞赛 换届知识 本支部 2题')).toBe(
      [
        '预览（还没有发出）',
        '发给：机关一支部 9 人',
        '换届知识',
        '现场竞赛，2 题，每题 30 秒，点按钮或回复字母。',
        '自愿参加。得分按支部算：答对的题 ÷（全体党员 × 题数）。',
        '邀请：其他 8 人，确认后就发',
        '[确认] [取消]',
      ].join('\n'),
    );
    expect(await chen.says('确认')).toContain('竞赛 1 · 换届知识\n已邀请：其他 8 人');
    await settle();
    expect(lin.lastMessage()?.text).toContain('机关一支部 · 自愿参加');

    await lin.taps('加入');
    await lin.sees('已加入，题会发到这里');
    expect(await zhou.says('竞赛')).toContain('参加，发“加入 1”。');
    expect(await zhou.says('加入 1')).toContain('已加入竞赛 1（换届知识）。');
    expect(await zhou.says('竞赛')).toContain('您已经加入，题会发到这里；看看进展，发“竞赛 1”。');
    expect(await xu.says('加入')).toContain('题会发到这里：2 题，每题 30 秒');
    expect(await chen.says('竞赛')).toContain('1 换届知识 · 2 题 · 等人加入');
    await chen.taps('看人数');
    await chen.sees((message) => message.text.includes('已加入 3 人') && message.text.includes('[加入]'));

    await chen.taps('开始');
    await chen.sees('已开始，3 人');
    await settle();
    expect(lin.lastMessage()?.text).toContain('竞赛 1 · 第 1/2 题 · 单选\n30 秒内回答，答了不能改');
    expect(chen.lastMessage()?.text).toContain('大家有 30 秒回答');

    await lin.taps('B');
    await lin.sees('您答 B，已记下');
    expect(await zhou.says('选ｂ')).toBe('已记下：第 1 题您答 B。时间到了公布答案。');
    expect(await xu.says('c')).toBe('已记下：第 1 题您答 C。时间到了公布答案。');
    await passQuestion(world);
    expect(lin.lastMessage()?.text).toBe(
      [
        '竞赛 1 · 第 1/2 题 · 答案',
        '答案是 B. 乙。因为规定如此。',
        '依据：支部工作条例（试行）第二条',
        '答对：2/3 人',
        '下一题 20 秒后开始，或由主持人提前。',
      ].join('\n'),
    );

    await chen.taps('下一题');
    await chen.sees('第 2 题已发');
    await settle();
    expect(zhou.lastMessage()?.text).toContain('第 2/2 题');
    await lin.taps('B');
    await zhou.says('a');
    await passQuestion(world);
    await passPause(world);

    const result = '竞赛 1 · 换届知识 · 结果';
    expect(zhou.lastMessage()?.text).toContain(`${result}\n机关一支部　3/18（16%）\n参加 3/9 人`);
    expect(chen.lastMessage()?.text).toContain(result);
    expect(lin.lastMessage()?.text).toContain('您全部答对了，愿意公布您的名字吗？');
    expect(await zhou.says('竞赛 1')).toContain('您答对 1/2（只有您看得到）');
    expect(await zhou.says('竞赛 1')).not.toContain('林晓棠');
    expect(person('吴刚').messages()).toHaveLength(1);
  });

  it('names a winner only when asked and agreed, and no longer when not', async () => {
    const world = await begin({ library: withBank(1) });
    const { person, settle } = world;
    const [chen, lin, zhou] = [person('陈志刚'), person('林晓棠'), person('周琪')];
    await openRoom(world, '本支部 1题');
    await lin.says('加入');
    await zhou.says('加入');
    await chen.says('竞赛 1 开始');
    await settle();
    await lin.says('b');
    await zhou.says('a');
    expect(await lin.says('同意公布 1')).toContain('没有要公布您的名字');
    await passQuestion(world);
    await passPause(world);

    expect(await zhou.says('竞赛 1')).not.toContain('同意公布');
    expect(await zhou.says('同意公布')).toContain('现在没有要问您是否公布名字的');
    await lin.taps('同意公布');
    await lin.sees('已同意公布');
    expect(await zhou.says('竞赛 1')).toContain('全部答对并同意公布：林晓棠');
    expect(await lin.says('不公布')).toContain('不公布您的名字');
    expect(await zhou.says('竞赛 1')).not.toContain('林晓棠');
  });

  it('in words for whoever wants no cards, and in the quiet hours only for those who come', async () => {
    const world = await begin({ library: withBank(1) });
    const { person, settle } = world;
    await person('林晓棠').says('文字版');
    await person('周琪').says('免打扰 8:00-10:00');
    expect(await person('陈志刚').says('发起竞赛 换届知识 本支部 1题')).toContain(
      '邀请：其他 7 人；另外 1 人现在不便打扰，可以自己发“加入”',
    );
    await person('陈志刚').says('确认');
    await settle();
    expect(
      person('周琪')
        .messages()
        .some(({ text }) => text.includes('自愿参加')),
    ).toBe(false);
    expect(person('林晓棠').lastMessage()?.text).toContain('加入，发“加入 1”');
    await person('周琪').says('加入');
    await person('林晓棠').says('加入');
    await person('陈志刚').says('竞赛 1 开始');
    await settle();
    expect(person('周琪').lastMessage()?.text).toContain('第 1/1 题');
    expect(person('林晓棠').lastMessage()?.text).toContain('D：丁\n直接回复字母，例如 A');
  });

  it('is begun with one word, also a quarter of an hour after its card', async () => {
    const world = await begin({ library: withBank(2) });
    const { person, clock, settle } = world;
    await openRoom(world);
    await person('林晓棠').says('加入');
    clock.advance(15 * 60_000);
    await settle();
    expect(await person('陈志刚').says('开始')).toContain('竞赛 1 开始了，第 1 题就发给 1 人。');
  });

  it('with answers that come too late, twice, too early, or make no sense', async () => {
    const world = await begin({ replicas: 2, library: withBank(2) });
    const { person, settle, clock } = world;
    const [chen, lin, zhou] = [person('陈志刚'), person('林晓棠'), person('周琪')];
    expect(await lin.says('竞赛 1 B')).toContain('没有给您的第 1 号竞赛');
    await openRoom(world);
    expect(await chen.says('竞赛 1 开始')).toContain('还没有人加入');
    await lin.says('加入');
    expect(await lin.says('加入')).toContain('您已经加入了竞赛 1');
    expect(await lin.says('b')).toContain('还没有开始，这个答案没有记');
    expect(await zhou.says('竞赛 1 B')).toContain('您没有加入竞赛 1');
    expect(await lin.says('竞赛 1 开始')).toContain('由发起的人和机关一支部的负责人主持');

    await chen.says('竞赛 1 开始');
    await settle();
    expect(await lin.says('E')).toBe('这题只有 A 到 D。直接回复字母，例如 A。');
    expect(await lin.says('AAAA')).toContain('重复的字母');
    expect(await lin.says('对')).toBe('没有看懂，第 1 题还在等您：直接回复字母，例如 A。');
    expect(await lin.says('😀')).toContain('没有看懂“😀”');
    expect(await lin.says('题'.repeat(3000))).toContain('没有看懂');
    expect(await chen.says('下一题')).toContain('第 1 题还在回答，还有 30 秒');
    expect(await lin.says('B')).toContain('已记下');
    expect(await lin.says('A')).toBe('第 1 题您已经答过，不能改。请等下一题。');
    expect(await lin.says('竞赛 1')).toContain('第 1 题您已经答过，还有 30 秒公布答案');
    const card = lin.messages().find(({ text }) => text.includes('第 1/2 题'));

    await zhou.says('加入');
    clock.advance(33_000);
    expect(await zhou.says('B')).toBe('第 1 题的时间已经过了，这次没有计入。请等下一题。');
    // The late answer has closed the question, without a heartbeat.
    await lin.sees('竞赛 1 · 第 1/2 题 · 答案');
    await zhou.sees('答对：1/2 人');
    await lin.taps('C', { card: card?.id ?? '' });
    await settle();
    expect(lin.messages().find(({ id }) => id === card?.id)?.text).toContain('已经答过');

    await passPause(world);
    expect(await lin.says('竞赛 1 B 1')).toContain('已经答过');
    expect(await zhou.says('竞赛 1 B 1')).toContain('第 1 题的时间已经过了');
    await passQuestion(world);
    await passPause(world);
    expect(await lin.says('竞赛 1 B')).toContain('竞赛 1 已经结束，这个答案没有记');
    expect(await zhou.says('加入 1')).toContain('已经结束');
    expect(await lin.says('b')).toContain('现在没有等您回答的题');
    expect(await lin.says('竞赛 1')).toContain('您答对 1/2');
  });

  it('on two phones at once, and counts one answer', async () => {
    const world = await begin({ replicas: 2, library: withBank(1) });
    const { person, settle } = world;
    const lin = person('林晓棠');
    await openRoom(world, '本支部 1题');
    await Promise.all([lin.types('加入'), lin.types('加入 1'), lin.taps('加入')]);
    await person('陈志刚').says('竞赛 1 开始');
    await settle();
    await Promise.all([lin.taps('B'), lin.types('a'), lin.types('b'), lin.types('竞赛 1 c')]);
    expect(await world.redis.hget(`${world.settings.redisPrefix}:{b}:quiz-figures:t1`, 'tried')).toBe('1');
    await passQuestion(world);
    await passPause(world);
    expect(await lin.says('竞赛 1')).toContain('参加 1/9 人');
  });

  it('without its host: it goes on by itself, and other officers may lead', async () => {
    const world = await begin({ library: withBank(3) });
    const { person, settle } = world;
    const lin = person('林晓棠');
    await openRoom(world, '本支部 3题');
    await lin.says('加入');
    expect(await person('何雨晴').says('竞赛 1 开始')).toContain('竞赛 1 开始了，第 1 题就发给 1 人');
    await settle();
    await passQuestion(world);
    await passPause(world);
    expect(lin.lastMessage()?.text).toContain('第 2/3 题');
    await lin.says('b');
    await passQuestion(world);
    expect(await person('何雨晴').says('下一题')).toContain('第 3 题就发出去');
    await settle();
    expect(await person('何雨晴').says('结束竞赛')).toContain('结束以后不能再答题，结果发给参加的 1 人');
    await person('何雨晴').says('确认');
    await settle();
    expect(lin.lastMessage()?.text).toContain('机关一支部　1/27（3%）');
    expect(await person('何雨晴').says('竞赛 1 下一题')).toContain('已经结束');
  });

  it('or not at all, when nobody begins it; and ends when everybody has left', async () => {
    const world = await begin({ library: withBank(2) });
    const { person, settle, goTo } = world;
    await openRoom(world);
    await person('林晓棠').says('加入');
    await goTo('2026-11-20 11:00');
    await goTo('2026-11-20 11:01');
    expect(person('林晓棠').lastMessage()?.text).toContain('竞赛 1 · 换届知识 · 结果');
    expect(await person('林晓棠').says('竞赛 1')).toContain('参加 0/9 人');

    await openRoom(world);
    await person('林晓棠').says('加入 2');
    await person('陈志刚').says('竞赛 2 开始');
    await settle();
    expect(await person('林晓棠').says('竞赛 2 退出')).toContain('已退出竞赛 2，不再给您发题');
    expect(await person('林晓棠').says('竞赛 2 退出')).toContain('您没有加入竞赛 2');
    const before = person('林晓棠').messages().length;
    await passQuestion(world);
    await passPause(world);
    expect(person('林晓棠').messages()).toHaveLength(before);
    expect(person('陈志刚').lastMessage()?.text).toContain('竞赛 2 · 换届知识 · 结果');
  });

  it('in one room at a time', async () => {
    const world = await begin({ library: withBank(2) });
    const { person, settle } = world;
    await openRoom(world);
    await person('钱文静').says('发起竞赛 党史 全体 2题');
    await person('钱文静').says('确认');
    await settle();
    const lin = person('林晓棠');
    expect(await lin.says('加入')).toContain('有 2、1 号竞赛，请带上编号，例如：加入 2');
    await lin.says('加入 1');
    expect(await lin.says('加入 2')).toContain('您在竞赛 1 里，它还没有结束。要换过来，先发“竞赛 1 退出”。');
    await lin.says('竞赛 1 退出');
    expect(await lin.says('加入 2')).toContain('已加入竞赛 2');
  });

  it('by officers for their own people only, who are party members', async () => {
    const { person } = await begin({ library: withBank(5) });
    expect(await person('林晓棠').says('发起竞赛 党史 本支部 3题')).toContain(
      '由小组长、书记、副书记、委员和机关工委使用',
    );
    expect(await person('陈志刚').says('发起竞赛 党史 全体 3题')).toContain(
      '您可以在机关一支部里发起，范围写：@机关一支部',
    );
    expect(await person('陈志刚').says('发起竞赛 党史 @机关二支部 3题')).toContain(
      '您可以在机关一支部里发起',
    );
    expect(await person('张三').says('发起竞赛 党史 本小组 3题')).toContain('机关一支部第一党小组 4 人');
    expect(await person('张三').says('发起竞赛 党史 本支部 3题')).toContain(
      '您可以在机关一支部第一党小组里发起',
    );
    expect(await person('孙海波').says('发起竞赛 党史 @数据局 3题')).toContain('（4 个单位）');
    expect(await person('钱文静').says('发起竞赛 党史 全体 3题')).toContain('全体 24 人（8 个单位）');
    expect(await person('陈志刚').says('发起竞赛 党史 #青年 3题')).toContain('竞赛按支部算成绩，范围可以写');
    expect(await person('陈志刚').says('发起竞赛 党史 本支部 6题')).toContain('现在能用的有 5 道，不够 6 题');
    expect(await person('陈志刚').says('发起竞赛 30秒 3题 党史 本支部')).toContain('预览');
    expect(await person('陈志刚').says('发起竞赛 党史')).toContain(
      '还缺范围。例如：发起竞赛 党史 本支部 10题',
    );
    expect(await person('方一鸣').says('加入')).toContain('现在没有可以加入的竞赛');
  });

  it('with a question that is withdrawn while it is open, which counts for nobody', async () => {
    const world = await begin({ replicas: 0, library: withBank(2) });
    const { person, simulator, clock } = world;
    const before = await startReplica(world);
    simulator.setCallbackUrl(before.callbackUrl);
    await openRoom({ ...world, settle: before.settle });
    await person('林晓棠').says('加入');
    await person('陈志刚').says('竞赛 1 开始');
    await before.settle();
    const asked = person('林晓棠').lastMessage()?.text ?? '';
    await person('林晓棠').says('b');
    await before.stop();

    const gone = asked.includes('第 1 道试题') ? 't1' : 't2';
    const library = { ...content, quizQuestions: questionsAllB(2).filter(({ id }) => id !== gone) };
    const after = await startReplica({ ...world, library });
    simulator.setCallbackUrl(after.callbackUrl);
    expect(await person('林晓棠').says('竞赛 1 b')).toContain('第 1 题已经撤下，不计成绩');
    clock.advance(33_000);
    await after.settle();
    expect(person('林晓棠').lastMessage()?.text).toContain('这道题已经撤下，不计成绩');
    clock.advance(20_000);
    await after.settle();
    await person('林晓棠').says('b');
    clock.advance(33_000);
    await after.settle();
    clock.advance(20_000);
    await after.settle();
    expect(await person('陈志刚').says('竞赛 1')).toContain('机关一支部　1/9（11%）');
    expect(await person('陈志刚').says('竞赛 1')).toContain('中途撤下 1 题');
    await after.stop();
  });

  it('and nothing of a person is left when they say so', async () => {
    const world = await begin({ library: withBank(1) });
    const { person, settle } = world;
    const lin = person('林晓棠');
    await openRoom(world, '本支部 1题');
    await lin.says('加入');
    await person('周琪').says('加入');
    await person('陈志刚').says('竞赛 1 开始');
    await settle();
    await lin.says('b');
    await person('周琪').says('b');
    expect(await lin.says('我的数据')).toContain('竞赛和挑战：近 90 天参加 1 次');
    await lin.says('删除我的可选数据');
    await lin.says('确认');
    expect(await lin.says('我的数据')).not.toContain('竞赛和挑战');
    await passQuestion(world);
    await passPause(world);
    expect(await lin.says('竞赛 1')).toContain('机关一支部　1/9（11%）');
    expect(await lin.says('竞赛 1')).not.toContain('您答对');
  });
});
