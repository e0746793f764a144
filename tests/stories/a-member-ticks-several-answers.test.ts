import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { stories } from '../support/stories.ts';
import { libraryWith, publish } from './a-paper-bank.ts';

const begin = stories();
const { library: content } = await loadLibrary('content');
const library = {
  ...content,
  quizQuestions: content.quizQuestions.filter(({ type }) => type === 'multiple'),
};

describe('a member ticks several answers', () => {
  it('on the card of the question, which then says what was answered', async () => {
    const { person, settle } = await begin({ library });
    const lin = person('林晓棠');
    expect(await lin.says('答题')).toBe(
      [
        '每日一题',
        '【多选】“三会一课”包括哪些？',
        'A. 党员大会',
        'B. 支部委员会会议',
        'C. 党小组会',
        'D. 党课',
        'E. 民主生活会',
        '[提交]',
      ].join('\n'),
    );
    await lin.taps('提交', { choices: { ticked: ['A', 'B', 'D', 'C'] } });
    await lin.sees('对。');
    await settle();
    const [, card, , ...others] = lin.messages();
    expect(card?.text).toContain('[您答 ABCD，对]');
    expect(others).toEqual([]);
  });

  it('out of the morning’s message, whichever half comes first', async () => {
    const { person, goTo, settle } = await begin({ library, start: '2026-11-20 08:29' });
    const [lin, xu] = [person('林晓棠'), person('徐乐乐')];
    await goTo('2026-11-20 08:30');
    expect(lin.lastMessage()?.text).toMatch(/【每日一题·多选】“三会一课”包括哪些？\nA：党员大会/u);
    expect(lin.lastMessage()?.text).toContain('[已学完] [看全文] [勾选答案]');
    await lin.taps('勾选答案');
    await lin.sees('【多选】');
    await lin.taps('提交', { choices: { ticked: ['A', 'B'] } });
    await lin.sees('不对，答案是 A. 党员大会；B. 支部委员会会议；C. 党小组会；D. 党课。');

    await xu.taps('已学完');
    await xu.sees(({ text }) => text.includes('已学完 11-20 08:30') && text.includes('【多选】'));
    await xu.taps('提交', { choices: { ticked: ['A', 'B', 'C', 'D'] } });
    await xu.sees('对。');
    await settle();
    expect(xu.messages()).toHaveLength(2);
  });

  it('or types the letters, to the morning’s message, too', async () => {
    const { person, goTo } = await begin({ library, start: '2026-11-20 08:29' });
    await goTo('2026-11-20 08:30');
    expect(await person('林晓棠').says('ａｂ、C d')).toMatch(/^对。/u);
  });

  it('and may tick again when nothing was ticked', async () => {
    const { person } = await begin({ library });
    const lin = person('林晓棠');
    await lin.says('答题');
    // WeCom's client is not documented to refuse an empty vote.
    expect(await lin.says('答题 没有选 q23')).toContain('没有看懂“没有选”是哪个答案');
    await lin.taps('提交', { choices: { ticked: ['A', 'B', 'C', 'D'] } });
    await lin.sees('对。');
  });

  it('twice, and the second time nothing is counted', async () => {
    const { person, redis, settings } = await begin({ library, replicas: 2 });
    const lin = person('林晓棠');
    await lin.says('答题');
    const ticked = { choices: { ticked: ['A', 'B'] } };
    await Promise.all([lin.taps('提交', ticked), lin.taps('提交', ticked)]);
    await lin.sees('这题已经答过了');
    expect(await redis.hgetall(`${settings.redisPrefix}:{b}:quiz-figures:q23`)).toEqual({
      tried: '1',
      'wrong:AB': '1',
    });
  });

  it('in a test: the next question comes in the same place, and what was ticked can be seen and changed', async () => {
    const world = await begin({ library: await libraryWith() });
    await publish(world, '小测 @机关一支部 今天 12-10 3题 多选3');
    const lin = world.person('林晓棠');
    await lin.taps('开始');
    const first = await lin.sees('测试 1 · 1/3');
    const count = lin.messages().length;
    await lin.taps('提交', { choices: { ticked: ['B'] } });
    expect((await lin.sees('测试 1 · 2/3')).text).toContain('第 1 题已答 B');
    expect(lin.messages()).toHaveLength(count);
    const back = await lin.says('上一题');
    expect(back).toContain('这题答过 B，再答就改');
    expect(back).toMatch(/^✓ B\. /mu);
    expect(first.text).not.toContain('✓');
    await lin.taps('提交', { choices: { ticked: ['A', 'C'] } });
    await lin.sees('第 1 题改为 AC');
  });

  it('as a text, for whoever wants no cards', async () => {
    const { person } = await begin({ library });
    await person('林晓棠').says('文字版');
    expect(await person('林晓棠').says('答题')).toBe(
      [
        '每日一题',
        '【多选】“三会一课”包括哪些？',
        'A. 党员大会',
        'B. 支部委员会会议',
        'C. 党小组会',
        'D. 党课',
        'E. 民主生活会',
        '多选，直接回复字母，例如 ACD',
      ].join('\n'),
    );
  });
});
