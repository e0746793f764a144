import { describe, expect, it, onTestFinished } from 'vitest';
import { localDate } from '../../src/time/local-date.ts';
import { stories } from '../support/stories.ts';
import {
  answerAll,
  bank,
  libraryWith,
  placeOn,
  publish,
  rightOn,
  takePaper,
  wrongOn,
} from './a-paper-bank.ts';
import { restartWith } from './a-paper-other-bank.ts';

const begin = stories();
const library = await libraryWith();
const untilThursday = '小测 @机关一支部 今天 12-10 10题';

describe('the end of a paper', () => {
  it('hands in what was answered, once although two copies run, and says so the next working morning', async () => {
    const world = await begin({ library, replicas: 2 });
    await publish(world, untilThursday);
    const lin = world.person('林晓棠');
    const first = await lin.says('测试 1');
    const second = await lin.says(rightOn(first));
    await lin.says(wrongOn(second));
    const before = lin.messages().length;

    await world.goTo('2026-12-10 23:59');
    expect(await lin.says('测试')).toContain('答了 2/10');
    await world.goTo('2026-12-11 00:00');
    await world.goTo('2026-12-11 00:01');
    expect(
      lin
        .messages()
        .slice(before + 2)
        .map(({ text }) => text),
    ).toEqual([]);
    await world.goTo('2026-12-11 08:00');
    await world.goTo('2026-12-11 08:30');
    const told = lin.messages().filter(({ text }) => text.includes('测试 1 已替您交卷'));
    expect(told).toHaveLength(1);
    await lin.taps('看结果');
    expect((await lin.sees('测试 1 · 10 分')).text).toBe(
      '测试 1 · 10 分，还没有及格\n小测\n答对 1/10（60 分及格）。\n[看解析]',
    );
  });

  it('is told to whoever answers too late, before or after the service has handed in', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    const [lin, zhou] = [world.person('林晓棠'), world.person('周琪')];
    await lin.says(rightOn(await lin.says('测试 1')));
    await zhou.says(rightOn(await zhou.says('测试 1')));
    const card = lin.lastMessage();

    // The clock jumps over the end, and somebody is quicker than the minute's job.
    const [hour, minute] = [60 * 60_000, 60_000];
    world.clock.move(world.clock.now() + 30 * 24 * hour + minute);
    expect(await lin.says('A')).toBe(
      '测试 1 时间到了，已自动交卷，这个答案没有记。\n看结果发“测试 1 结果”。',
    );
    await world.settle();
    expect(await zhou.says('B')).toBe(
      '测试 1 时间到了，已自动交卷，这个答案没有记。\n看结果发“测试 1 结果”。',
    );
    // Told once; after that the words are what they are anywhere, as other words always were.
    expect(await zhou.says('B')).not.toContain('测试');
    await lin.taps('A', { card: card?.id ?? '' });
    await world.settle();
    expect(lin.lastMessage()?.text).toContain('这个答案没有记');
    expect(await lin.says('测试 1')).toContain('答对 1/10');
    expect(await lin.says('交卷 1')).toBe('测试 1 已经交过卷了。发“测试 1”看结果。');
    expect(await lin.says('测试 1 再做')).toContain('答对 1/10');
  });

  it('does not count for whoever only looked, nor for whoever never did', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    const [lin, zhou] = [world.person('林晓棠'), world.person('周琪')];
    await lin.says('测试 1');
    await world.goTo('2026-12-11 00:00');
    const missed = '测试 1 的时间已经过了，您没有交过卷。\n因公或请假没有赶上的，可以请书记安排补考。';
    expect(await lin.says('测试 1')).toBe(missed);
    expect(await zhou.says('测试 1')).toBe(missed);
    expect(await world.person('陈志刚').says('测试 1')).toContain('做过 0/9 人');
    await world.goTo('2026-12-11 08:30');
    expect(lin.messages().filter(({ text }) => text.includes('替您交卷'))).toHaveLength(0);
  });

  it('does not come twice when 交卷 and the clock meet', async () => {
    const world = await begin({ library, replicas: 2 });
    await publish(world, untilThursday);
    const lin = world.person('林晓棠');
    await answerAll(lin, await lin.says('测试 1'));
    await world.goTo('2026-12-10 23:59');
    await lin.says('交卷');
    world.clock.move(world.clock.now() + 60_000);
    const [said] = await Promise.all([lin.says('确认'), world.settle()]);
    expect(said).toMatch(/100 分，及格|已自动交卷|已经交过卷/u);
    expect(await lin.says('测试 1')).toContain('答对 10/10');
    const stored = await world.redis.hgetall(`${world.settings.redisPrefix}:{b}:paper:1:of:lin.xiaotang`);
    expect(Object.keys(stored)).toEqual(['1']);
  });
});

describe('words that come after the end', () => {
  it('are what they are anywhere unless they would have been an answer', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 10题 单选10');
    const lin = world.person('林晓棠');
    await lin.says(rightOn(await lin.says('测试 1')));
    await world.goTo('2026-12-11 09:00');
    expect(await lin.says('签道')).toBe('您是想发“签到”吗？回复“是”，或发“帮助”。');
    expect(await lin.says('跳过')).toContain('已自动交卷，这个答案没有记');
  });
});

describe('a paper with a time limit', () => {
  it('warns before it starts, tells until when, and is handed in then', async () => {
    const world = await begin({ library });
    await publish(world, `${untilThursday} 30分钟`);
    const lin = world.person('林晓棠');
    const cover = await lin.says('测试 1');
    expect(cover).toContain('限时 30 分钟，点“开始”后计时，到时自动交卷。');
    expect(cover).toContain('[开始]');
    await world.goTo('2026-11-20 09:20');
    const first = await lin.says('测试 1 开始');
    expect(first).toContain('9:50 自动交卷');
    const second = await lin.says(rightOn(first));
    await world.goTo('2026-11-20 09:49');
    expect(placeOn(await lin.says(rightOn(second)))).toBe(3);
    await world.goTo('2026-11-20 09:50');
    expect((await lin.sees('测试 1 已替您交卷')).text).toBe(
      '测试 1 已替您交卷\n小测\n时间到了，您答过的题都算数。\n[看结果]',
    );
    expect(await lin.says('测试 1')).toContain('答对 2/10');
    expect(await lin.says('测试 1 再做')).toContain('10:20 自动交卷');
  });

  it('counts even when nothing was answered: the questions were seen', async () => {
    const world = await begin({ library });
    await publish(world, `${untilThursday} 30分钟 1次`);
    const lin = world.person('林晓棠');
    await lin.says('测试 1 开始');
    await world.goTo('2026-11-20 09:30');
    expect(await lin.says('测试 1')).toContain('答对 0/10');
    expect(await lin.says('测试 1 再做')).toContain('一共可以做 1 次，已经做满了');
  });

  it('ends with the window when that is sooner', async () => {
    const world = await begin({ library, start: '2026-11-20 23:45' });
    await publish(world, '小测 @机关一支部 今天 今天 10题 30分钟');
    const lin = world.person('林晓棠');
    const first = await lin.says('测试 1 开始');
    await lin.says(rightOn(first));
    await world.goTo('2026-11-21 00:00');
    expect(await lin.says('A')).toContain('已自动交卷，这个答案没有记');
  });
});

describe('a question withdrawn while the paper is open', () => {
  it('counts as right for everybody who had it, and they are told so', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 12-10 24题 单选24');
    const [lin, zhou, xu] = [world.person('林晓棠'), world.person('周琪'), world.person('徐乐乐')];
    // Everybody has all 24 questions: 林晓棠 has handed in, 周琪 is in the middle, 徐乐乐 begins later.
    const everyPlace = Array.from({ length: 24 }, (_, index) => index + 1);
    // As passive replies, for nobody is sent more than 30 messages a minute.
    for (const who of [lin, zhou, xu]) await who.says('文字版');
    expect(await takePaper(lin, 1, everyPlace)).toContain('答对 0/24');
    const first = await zhou.says('测试 1');
    await zhou.says(rightOn(first));

    const gone = bank.filter(({ id }) => id === 's3' || id === 's7');
    const rest = bank.filter((question) => !gone.includes(question));
    const service = await restartWith(world, rest);
    onTestFinished(service.stop);
    world.clock.move(world.clock.now() + 60_000);
    await service.settle();

    expect(await lin.says('测试 1')).toContain('答对 2/24（60 分及格）。\n其中 2 题中途撤下了，算您答对。');
    const screens = new Set<string>();
    let screen = await zhou.says('测试 1');
    while (placeOn(screen) !== undefined) {
      screens.add(screen);
      expect(screen).not.toMatch(/题目 s[37]：/u);
      screen = await zhou.says(rightOn(screen));
    }
    expect(screens.size).toBeGreaterThanOrEqual(21);
    await zhou.says('交卷');
    expect(await zhou.says('确认')).toContain('答对 24/24（60 分及格）。');
    expect(await takePaper(xu, 1)).toContain('答对 24/24（60 分及格）。\n其中 2 题中途撤下了，算您答对。');

    // Whoever asks for it by its number is told, and goes on with the next.
    await xu.says('测试 1 再做');
    const places: string[] = [];
    for (const place of everyPlace) {
      places.push(await xu.says(`测试 1 第${place}题`));
    }
    expect(places.filter((text) => text.includes('已撤下，算您答对'))).toHaveLength(2);
  });

  it('stays as it was for papers that are over', async () => {
    const world = await begin({ library });
    await publish(world, '小测 @机关一支部 今天 今天 24题 单选24');
    const lin = world.person('林晓棠');
    const everyPlace = Array.from({ length: 24 }, (_, index) => index + 1);
    await lin.says('文字版');
    await takePaper(lin, 1, everyPlace);
    await world.goTo('2026-11-21 00:05');
    const service = await restartWith(
      world,
      bank.filter(({ id }) => id !== 's3'),
    );
    onTestFinished(service.stop);
    world.clock.move(world.clock.now() + 60_000);
    await service.settle();
    expect(await lin.says('测试 1')).toContain('答对 0/24');
    const pages: string[] = [];
    for (const page of everyPlace) {
      pages.push(await lin.says(`测试 1 解析 ${page}`));
    }
    expect(pages.filter((text) => text.includes('这道题已经不在题库里了'))).toHaveLength(1);
  });
});

describe('a question on its last day', () => {
  it('is still marked when the clock hands in at midnight', async () => {
    const expiring = bank.map((question) => ({ ...question, expires: localDate(2026, 12, 10) }));
    const world = await begin({ library: await libraryWith(expiring) });
    await publish(world, untilThursday);
    const lin = world.person('林晓棠');
    await lin.says(wrongOn(await lin.says('测试 1')));
    await world.goTo('2026-12-11 00:00');
    expect(await lin.says('测试 1')).toContain('答对 0/10');
  });
});

describe('a make-up', () => {
  it('gives somebody who was excused more time, with a code for the reason and nothing else', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    await world.goTo('2026-12-11 09:00');
    const [chen, zhou] = [world.person('陈志刚'), world.person('周琪')];
    expect(await chen.says('补考 1 周琪 12-15 看病住院')).toBe(
      '已给周琪安排补考：测试 1，做到12月15日（周二）24:00。\n原因只记“其他”。\n已通知周琪。',
    );
    await world.settle();
    expect(zhou.lastMessage()?.text).toContain('补考：给您留到12月15日（周二）');
    const stored = await world.redis.hgetall(`${world.settings.redisPrefix}:{b}:paper:1:of:zhou.qi`);
    expect(JSON.stringify(stored)).not.toContain('看病');

    await zhou.taps('开始');
    const first = await zhou.sees('测试 1 · 1/10');
    await zhou.says(rightOn(first.text));
    expect(await world.person('林晓棠').says('测试 1')).toContain('时间已经过了');
    await world.goTo('2026-12-16 00:00');
    expect(await zhou.says('测试 1')).toContain('答对 1/10');
    expect(await chen.says('测试 1')).toContain('做过 1/9 人');
  });

  it.each([
    ['补考 1 张三 12-10', '昨天（周四）已经过去了。例如：补考 1 张三 12-16'],
    ['补考 1 张三 2026-02-30', '日历上没有“2026-02-30”这一天。'],
    ['补考 1 张三 下周', '补到哪一天不清楚：没有说是星期几。'],
    ['补考 1 张三 2027-06-01', '补考最晚到2027年2月8日（周一）。'],
    ['补考 1 张三', '还缺补到哪天。例如：补考 1 张三 12-15'],
    ['补考 1 曹磊 12-15', '您的支部里没有“曹磊”。发“成员”看都有谁。'],
    ['补考 1 林晓棠 12-15', '林晓棠已经做过测试 1，不用补考。'],
    ['补考 1 方一鸣 12-15', '测试 1 不是发给方一鸣的，不用补考。'],
    ['补考 7 张三 12-15', '没有给您的第 7 号测试。'],
    ['补考 x 张三 12-15', '“x”没有看懂，应当是编号。'],
  ])('is refused: %s', async (line, said) => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    await takePaper(world.person('林晓棠'), 1);
    await world.goTo('2026-12-11 09:00');
    expect(await world.person('陈志刚').says(line)).toContain(said);
  });

  it('is not needed before the paper ends, nor by whoever is taking it', async () => {
    const world = await begin({ library });
    await publish(world, untilThursday);
    const chen = world.person('陈志刚');
    expect(await chen.says('补考 1 周琪 12-10')).toContain(
      '测试 1 本来就做到12月10日（周四），补考请写更晚的日子。例如：补考 1 周琪 12-15',
    );
    await world.person('周琪').says('测试 1');
    expect(await chen.says('补考 1 周琪 12-15')).toBe('周琪正在做测试 1，还没有到时间，不用补考。');
  });

  it('is for the secretary of the own branch to give', async () => {
    const world = await begin({ library });
    await publish(world, '小测 全体 今天 12-10 10题');
    await world.goTo('2026-12-11 09:00');
    expect(await world.person('林晓棠').says('补考 1 林晓棠 12-15')).toContain(
      '由书记、副书记、委员和机关工委使用',
    );
    expect(await world.person('于慧敏').says('补考 1 张三 12-15')).toContain('您的支部里没有“张三”');
    expect(await world.person('于慧敏').says('补考 1 曹磊 12-15 出差')).toContain('原因只记“出差”');
  });

  it('takes a question that has expired meanwhile for withdrawn', async () => {
    const expiring = bank.map((question) =>
      question.id === 's3' ? { ...question, expires: localDate(2026, 12, 12) } : question,
    );
    const world = await begin({ library: await libraryWith(expiring) });
    await publish(world, '小测 @机关一支部 今天 12-10 24题 单选24');
    await world.goTo('2026-12-14 09:00');
    await world.person('陈志刚').says('补考 1 张三 12-20');
    await world.settle();
    expect(await takePaper(world.person('张三'), 1)).toContain('其中 1 题中途撤下了，算您答对。');
  });
});
