import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a member answers the daily question', () => {
  it('that comes with the study item in one message, and taps both halves of it', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 08:29' });
    const lin = person('林晓棠');
    await goTo('2026-11-20 08:30');
    expect(lin.messages()).toHaveLength(1);
    expect(lin.lastMessage()?.text).toContain('【每日一题】党支部党员大会一般多久开一次？');

    await goTo('2026-11-20 08:41');
    await lin.taps('已学完');
    await lin.sees(
      (message) => message.text.includes('每日一题 · 单选') && message.text.includes('已学完 11-20 08:41'),
    );
    await lin.taps('B');
    await lin.sees('对。');
    await settle();
    expect(lin.messages()[0]?.text).toContain('您答 B，对');
    expect(lin.messages()).toHaveLength(2);
  });

  it('first, and the study item stays to be tapped', async () => {
    const { person, goTo, settle } = await begin({ start: '2026-11-20 08:29' });
    const lin = person('林晓棠');
    await goTo('2026-11-20 08:30');
    await lin.taps('A');
    await lin.sees('不对，答案是 B. 每季度。');
    await settle();
    const [morning] = lin.messages();
    expect(morning?.text).toContain('您答 A，不对');
    await lin.taps('已学完', { card: morning?.id ?? '' });
    await lin.sees('已学完 11-20 08:30');
  });

  it('on the card of an earlier day, and its study item stays to be tapped, and the other way round', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 08:29' });
    const lin = person('林晓棠');
    const zhou = person('周琪');
    await goTo('2026-11-20 08:30');
    const { id: hers = '' } = lin.lastMessage() ?? {};
    const { id: his = '' } = zhou.lastMessage() ?? {};
    await zhou.says('答题 A');
    await goTo('2026-11-23 08:30');
    await goTo('2026-11-23 16:10');
    await lin.taps('B', { card: hers });
    await lin.sees((message) => message.id === hers && message.text.includes('您答 B，对'));
    await lin.taps('已学完', { card: hers });
    await lin.sees((message) => message.id === hers && message.text.includes('已学完 11-23 16:10'));
    // What was answered wrongly on Friday comes back, so it may be answered again on Friday's card.
    await zhou.taps('已学完', { card: his });
    await zhou.sees((message) => message.id === his && message.text.includes('[A] [B] [C] [D]'));
    await zhou.taps('B', { card: his });
    await zhou.sees((message) => message.id === his && message.text.includes('您答 B，对'));
  });

  it('that needs typing, and finds it still on the card when the study item is done', async () => {
    const { library } = await loadLibrary('content');
    const fill = library.quizQuestions.filter(({ type }) => type === 'fill').slice(0, 1);
    const { person, goTo } = await begin({
      start: '2026-11-20 08:29',
      library: { ...library, quizQuestions: fill },
    });
    const lin = person('林晓棠');
    await goTo('2026-11-20 08:30');
    await lin.taps('已学完');
    await lin.sees('已学完 11-20 08:30');
    expect(lin.lastMessage()?.text).toContain(fill[0]?.ask);
    await lin.taps('答题');
    await lin.sees((message) => message.text.includes('直接回复答案'));
  });

  it('by typing, however it is typed', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');
    expect(await lin.says('答题')).toContain('党支部党员大会一般多久开一次？');
    expect(await lin.says('E')).toBe('这题只有 A 到 D。直接回复字母，例如 A。');
    expect(await lin.says('ab')).toBe('这题是单选，只选一个。直接回复字母，例如 A。');
    expect(await lin.says('ｂ')).toMatch(/^对。.*\n依据：支部工作条例（试行）第十一条/u);
    expect(await lin.says('b')).toBe('现在没有等您回答的题。发“答题”看题。');
    expect(await lin.says('答题 b')).toBe('现在没有等您回答的题。发“答题”看题。');
    expect(await lin.says('错')).toBe('现在没有等您回答的题。发“答题”看题。');
    expect(await lin.says('答题')).toBe('今天的题都答完了。明天发“答题”，有新的一题。');
  });

  it('as people say it, and is told how when that is no answer', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');
    await lin.says('答题');
    expect(await lin.says('AAAA')).toBe('“AAAA”里有重复的字母。直接回复一个字母，例如 A。');
    expect(await lin.says('第五个')).toBe(
      '没有看懂“第五个”。\n要答刚才的题，直接回复字母，例如 A；再看一次题，发“答题”。\n要做别的，发“帮助”。',
    );
    expect(await lin.says('答题 很多次')).toBe('没有看懂“很多次”是哪个答案。直接回复字母，例如 A。');
    expect(await lin.says('我觉得是每季度吧')).toMatch(/^对。/u);
  });

  it('that still waits from the day before, as today’s', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 20:00' });
    const lin = person('林晓棠');
    await lin.says('答题');
    await goTo('2026-11-21 09:00');
    expect(await lin.says('答题')).toMatch(/^每日一题 · 单选\n党支部党员大会/u);
    await lin.says('B');
    expect(await lin.says('答题')).toContain('今天的题都答完了');
  });

  it('until there is none left', async () => {
    const { library } = await loadLibrary('content');
    const { person } = await begin({
      library: { ...library, quizQuestions: library.quizQuestions.slice(0, 1) },
    });
    await person('林晓棠').says('答题');
    await person('林晓棠').says('b');
    expect(await person('林晓棠').says('答题')).toBe('题库里的题您都答过了，有了新题会再给您。');
  });

  it('and sees on 我的 where that stands', async () => {
    const { person, goTo } = await begin();
    const lin = person('林晓棠');
    expect(await lin.says('我的')).toContain('答题：今天的还没有看（自愿）');
    await lin.says('答题');
    expect(await lin.says('我的')).toContain('答题：今天的还没有答（自愿）');
    await lin.says('a');
    expect(await lin.says('我的')).toContain('答题：今天的已答；复习：明天（周六）1 题');
    await goTo('2026-11-23 10:00');
    expect(await lin.says('我的')).toContain('答题：今天的还没有答（自愿）；复习：今天 1 题');
  });

  it('and is asked again what was wrong, tomorrow, at most three a day', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const lin = person('林晓棠');
    await lin.says('答题');
    expect(await lin.says('a')).toContain('不对');
    expect(await lin.says('错题')).toContain('明天（周六）　党支部党员大会');
    await goTo('2026-11-21 09:00');
    expect(await lin.says('错题')).toContain('现在　党支部党员大会');
    await lin.says('答题'); // a day off has a question, too, for whoever asks
    await lin.says('b');
    expect(await lin.says('答题')).toContain('复习 · 单选');
    expect(await lin.says('B')).toMatch(/^对。/u);
    expect(await lin.says('答题')).toContain('下一道复习：');
  });

  it('and is asked again at the time of the day that was chosen', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const lin = person('林晓棠');
    expect(await lin.says('复习 晚上8点')).toContain('每个工作日 20:00');
    expect(await lin.says('复习 23:00')).toContain('请选 8:00 到 20:50 之间的时间');
    await lin.says('答题');
    await lin.says('a');
    await goTo('2026-11-23 08:30');
    await lin.says('答题');
    await lin.says('b');
    const before = lin.messages().length;
    await goTo('2026-11-23 19:50');
    expect(lin.messages()).toHaveLength(before);
    await goTo('2026-11-23 20:00');
    expect(lin.messages()).toHaveLength(before + 1);
    expect(lin.lastMessage()?.text).toContain('复习 · 单选\n党支部党员大会一般多久开一次？');
    expect(await lin.says('B')).toMatch(/^对。/u);
    expect(await lin.says('复习 取消')).toContain('没有定复习时间');
  });

  it('twice on two phones, and it counts once', async () => {
    const { person, redis, settings } = await begin({ replicas: 2 });
    const lin = person('林晓棠');
    await lin.says('答题');
    await Promise.all([lin.types('b'), lin.types('b'), lin.types('答题 b')]);
    expect(await redis.hget(`${settings.redisPrefix}:{b}:quiz-figures:q01`, 'tried')).toBe('1');
  });

  it('that was withdrawn meanwhile, and is told so', async () => {
    const { person, redis, settings } = await begin();
    const lin = person('林晓棠');
    await redis.hset(`${settings.redisPrefix}:{b}:desk:lin.xiaotang`, 'quiz', '2026-11-20 gone 0 gone');
    expect(await lin.says('a')).toBe('这道题已经撤下，不用答了。发“答题”看别的。');
    expect(await lin.says('答题')).toContain('今天的题都答完了');
  });

  it('and says what is wrong with it, which the committee sees', async () => {
    const { person } = await begin();
    await person('林晓棠').says('答题');
    await person('林晓棠').says('a');
    expect(await person('林晓棠').says('报错')).toBe(
      '已告诉编辑：“党支部党员大会一般多久开一次？”（q01）。\n编辑会对照出处核对，不知道是谁说的。',
    );
    expect(await person('周琪').says('报错 Q01 条例　改了')).toContain('（q01）');
    expect(await person('周琪').says('报错 条例改了')).toContain('不知道您说的是哪道题');
    expect(await person('周琪').says(`报错 q01 ${'长'.repeat(61)}`)).toContain('说明太长了：61 个字');
    expect(await person('钱文静').says('题库')).toContain('q01（2 次）');
    expect(await person('钱文静').says('题库 q01')).toContain('有人说：条例 改了');
    expect(await person('钱文静').says('题库 q01')).toContain('答过 1 次，答对 0；错选 A 1');
    await person('钱文静').says('题库 q01 已处理');
    expect(await person('钱文静').says('题库')).toContain('没有人报错');
    expect(await person('钱文静').says('题库 q01')).not.toContain('有人说');
  });

  it.each(['今天吃什么', '😀', '题'.repeat(3000)])('or says something else: %s', async (words) => {
    const { person } = await begin();
    await person('林晓棠').says('答题');
    expect(await person('林晓棠').says(words)).toContain('没有看懂');
  });
});
