import { describe, expect, it } from 'vitest';
import type { HoursPreset } from '../../src/library/hours-rules.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { Library } from '../../src/library/library.ts';
import { localDate } from '../../src/time/local-date.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a secretary registers credit hours', () => {
  it('for those who were there, each once, and everybody sees the own', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('记学时 集中培训 4 11-18 张三 林晓棠')).toBe(
      '已记：11月18日（周三）集中培训 4 学时，张三、林晓棠。\n记错了，10 分钟内发“撤销”。',
    );
    expect(await chen.says('记学时 集中培训 半天 11-18 全体')).toBe(
      [
        '已记：11月18日（周三）集中培训 4 学时，全体 9 人。',
        '已经有、没有重复记的：林晓棠、张三；新记 7 人。',
        '记错了，10 分钟内发“撤销”。',
      ].join('\n'),
    );
    await chen.says('记学时 党课 2小时 昨天 班子、林晓棠');

    expect(await person('林晓棠').says('学时')).toBe(
      [
        '2026 年学时：6/32（截至 11月20日）',
        '集中培训 4，党课 2',
        '11-19 党课 2（机关一支部登记）',
        '11-18 集中培训 4（机关一支部登记）',
        '按参加的活动和通过的测试记，在手机上看多久都不算。有出入请告诉书记。',
        '去年的发“学时 去年”。',
      ].join('\n'),
    );
    expect(await person('林晓棠').says('我的')).toContain('\n学时：6/32（还有 30 个工作日）\n');
    expect(await person('方一鸣').says('我的')).not.toContain('学时');
    // Nobody is written to: it is to be found where one looks for it.
    expect(person('周琪').messages()).toHaveLength(0);
  });

  it('says it the way people say it', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('记学时集中培训 ３天 １１月１６日至１８日 全体除张三、吴刚')).toContain(
      '已记：11月16日（周一）至11月18日（周三）集中培训 24 学时，全体（除张三、吴刚）7 人。',
    );
    expect(await chen.says('记学时 党课 1.5 今天 LIN.XIAOTANG')).toContain('今天党课 1.5 学时，林晓棠。');
    expect(await chen.says('记学时 主题党日 2 11-10 全体 除 张三 除 李四')).toContain('没有“李四”');
    expect(await person('张三').says('学时')).toContain('还没有为您登记');
  });

  it('takes it back within ten minutes, and not later', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const chen = person('陈志刚');
    await chen.says('记学时 党课 2 11-18 张三');
    await chen.says('记学时 集中培训 4 11-18 全体');
    expect(await chen.says('撤销')).toBe('已撤销刚才记的学时：11月18日（周三）集中培训，9 人。');
    expect(await chen.says('撤销')).toContain('没有可以撤销的');
    expect(await person('张三').says('学时')).toContain('2026 年学时：2/32');

    await chen.says('记学时 集中培训 4 11-18 张三');
    await goTo('2026-11-20 09:10');
    expect(await chen.says('撤销')).toBe('没有可以撤销的：10 分钟内您没有做过能撤销的事。');
    expect(await person('张三').says('学时')).toContain('2026 年学时：6/32');
  });

  it('corrects it later', async () => {
    const { person, goTo } = await begin({ start: '2026-11-20 09:00' });
    const chen = person('陈志刚');
    await chen.says('记学时 集中培训 4 11-18 张三 林晓棠');
    await goTo('2026-11-20 15:00');
    expect(await chen.says('记学时 集中培训 8 11-18 张三')).toBe(
      '没有重复记：11月18日（周三）集中培训，张三已经有了。\n要改，先发“撤学时 集中培训 11-18 张三”，再重新记。',
    );
    expect(await chen.says('撤学时 集中培训 11-18 张三 周琪')).toBe(
      [
        '已撤：11月18日（周三）集中培训，张三。',
        '没有动的：周琪，那天没有您这里登记的学时。',
        '撤错了，10 分钟内发“撤销”。',
      ].join('\n'),
    );
    expect(await chen.says('撤销')).toBe('已恢复刚才撤的学时：11月18日（周三）集中培训，1 人。');
    await chen.says('撤学时 集中培训 11-18 张三');
    await chen.says('记学时 集中培训 8 11-18 张三');
    expect(await person('张三').says('学时')).toContain('2026 年学时：8/32');
    expect(await person('林晓棠').says('学时')).toContain('2026 年学时：4/32');
  });

  it('cannot take away what the committee registered', async () => {
    const { person } = await begin();
    await person('钱文静').says('记学时 集中培训 8 11-11 书记');
    expect(await person('陈志刚').says('学时')).toContain('11-11 集中培训 8（云溪市直机关工委登记）');
    expect(await person('陈志刚').says('撤学时 集中培训 11-11 陈志刚')).toBe(
      '陈志刚的11月11日（周三）集中培训是云溪市直机关工委登记的，这里不能撤。',
    );
    expect(await person('陈志刚').says('记学时 集中培训 8 11-11 陈志刚')).toContain('没有重复记');
    expect(await person('赵明远').says('撤学时 集中培训 11-11 陈志刚')).toContain('已撤');
  });

  it('may name the people first', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('记学时 林晓棠 周琪 党课 2学时 11-18')).toBe(
      '已记：11月18日（周三）党课 2 学时，林晓棠、周琪。\n记错了，10 分钟内发“撤销”。',
    );
    expect(await chen.says('撤学时 周琪 党课 11-18')).toContain('周琪');
  });

  it.each([
    ['记学时', '还缺类别。例如：记学时 集中培训 4 11-18 张三 李四'],
    ['记学时 党课 4 半天', '还缺谁参加了。例如：记学时 党课 4 11-18 张三 李四'],
    ['记学时 党课 4 11-18', '还缺谁参加了。例如：记学时 党课 4 11-18 张三 李四'],
    [
      '记学时 集训 4 11-18 张三',
      '没有“集训”这一类，可以写：集中培训、三会一课、主题党日、党课、测试、其他。',
    ],
    ['记学时 集中培训 -4 11-18 张三', '没有看懂几学时：“-4”'],
    ['记学时 集中培训 0 11-18 张三', '学时从 0.5 起，以 0.5 为一档，记不了“0”'],
    ['记学时 集中培训 4.3 11-18 张三', '记不了“4.3”'],
    ['记学时 集中培训 999 11-18 张三', '集中培训一天最多记 8 学时，“999”太多了'],
    ['记学时 党课 5 11-18 张三', '党课一天最多记 4 学时'],
    ['记学时 集中培训 25 11-16至11-18 张三', '集中培训 3 天最多记 24 学时'],
    ['记学时 党课 半天 11-18 张三', '党课没有定半天算几学时'],
    ['记学时 党课 2 2026-02-30 张三', '日历上没有“2026-02-30”这一天。例如：记学时 党课 2 11-20 张三'],
    ['记学时 党课 2 12-25 张三', '12月25日（周五）还没有到'],
    ['记学时 党课 2 2024-12-25 张三', '只能记今年和去年的学时'],
    ['记学时 党课 2 11-18 马晓峰', '机关一支部里没有“马晓峰”。发“成员”看都有谁。'],
    ['记学时 党课 2 11-18 张三 张珊', '机关一支部里没有“张珊”。您是不是想写张三？'],
    ['记学时 党课 2 11-18 @机关二支部', '机关一支部里没有“@机关二支部”的党员'],
    ['记学时 党课 2 11-18 @没有这个', '没有这个'],
    ['记学时 党课 2 11-18 方一鸣', '方一鸣是入党积极分子，学时只记正式党员和预备党员'],
    ['记学时 党课 2 11-18 张三 除 张三', '没有写是谁参加了'],
    ['记学时 党课 2 11-18 😀', '没有“😀”'],
    [`记学时 党课 2 11-18 ${'张'.repeat(2000)}`, '没有“张张'],
    ['撤学时 党课 11-10 张三', '张三没有11月10日（周二）党课的学时，不用撤。'],
  ])('is told what is wrong with %j, and nothing is changed', async (line, words) => {
    const { person, redis, settings } = await begin();
    const answer = await person('陈志刚').says(line);
    expect(answer).toContain(words);
    expect(answer.length).toBeLessThan(300);
    expect(await redis.keys(`${settings.redisPrefix}:*:hours*`)).toEqual([]);
  });

  it('is asked for the account when two people have the same name', async () => {
    const { lists } = await begin();
    const people = lists.people.map((one) => (one.userid === 'zhou.qi' ? { ...one, name: '张三' } : one));
    const { person } = await begin({ lists: { ...lists, people } });
    const chen = person('陈志刚');
    expect(await chen.says('记学时 党课 2 11-18 张三')).toBe(
      [
        '有 2 位张三，请写账号：',
        'zhang.san（机关一支部第一党小组）',
        'zhou.qi（机关一支部第一党小组）',
        '把名字换成账号，整句再发一次。',
      ].join('\n'),
    );
    expect(await chen.says('记学时 党课 2 11-18 zhou.qi')).toContain('已记');
  });
});

describe('credit hours', () => {
  it('never come from reading, checking in or answering', async () => {
    const { person } = await begin();
    const lin = person('林晓棠');
    for (const line of ['学习', '学习 全文', '已学', '签到', '答题', 'A']) await lin.says(line);
    expect(await lin.says('学时')).toContain('2026 年学时：0/32（截至 11月20日）\n还没有为您登记。');
  });

  it('are figures with denominators for the branch, without a name', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    await chen.says('记学时 集中培训 32 11-16至11-19 张三 罗健');
    await chen.says('记学时 集中培训 16 11-09至11-10 林晓棠');
    await chen.says('记学时 党课 4 11-12 全体');
    expect(await chen.says('学时 本支部')).toContain('达到目标：2/8 人');
    expect(await chen.says('学时 支部')).toBe(
      [
        '机关一支部 · 2026 年学时（截至 11月20日）',
        '达到目标：2/8 人',
        '过半、还没有达到：1/8 人',
        '不到一半：5/8 人',
        '一年的目标：党员 32 学时',
        '另有 1 人离退或免提醒，不作硬性要求，没有算在内。',
        '登记发“记学时 集中培训 4 今天 全体”。',
      ].join('\n'),
    );
    expect(await person('张三').says('我的')).toContain('学时：36/32，已达到');
    expect(await person('吴刚').says('我的')).toContain('学时：4\n');
  });

  it('are figures over organisations for the committee, without a name', async () => {
    const { person, lists } = await begin();
    await person('于慧敏').says('记学时 集中培训 32 11-16至11-19 全体');
    await person('陈志刚').says('记学时 党课 2 11-18 林晓棠');
    const answer = await person('钱文静').says('学时 全部');
    expect(answer).toBe(
      [
        '云溪市直机关工委 · 2026 年学时（截至 11月20日）',
        '达到目标：2/21 人',
        '人人达到的单位：1/7',
        '还没有记过学时的单位：5/7',
        '一年的目标：党员 32 学时',
        '另有 3 人离退或免提醒，不作硬性要求，没有算在内。',
        '各支部的书记发“学时 支部”看自己的。',
      ].join('\n'),
    );
    expect(lists.people.filter(({ name }) => answer.includes(name))).toEqual([]);
  });

  it('are for their own people only', async () => {
    const { person } = await begin();
    expect(await person('林晓棠').says('记学时 党课 2 11-18 林晓棠')).toContain(
      '由书记、副书记、委员和机关工委使用',
    );
    expect(await person('张三').says('学时 支部')).toContain('由书记、副书记、委员和机关工委使用');
    expect(await person('陈志刚').says('学时 全部')).toContain('由机关工委使用');
    expect(await person('方一鸣').says('学时')).toBe('学时只给正式党员和预备党员登记。');
    expect(await person('林晓棠').says('学时 abc')).toBe(
      '“abc”没有看懂，应当是：今年、去年。例如：学时 去年',
    );
  });

  it('stay when what is voluntary is erased, are shown, and go with their second year', async () => {
    const { person, goTo, redis, settings } = await begin();
    const lin = person('林晓棠');
    await person('陈志刚').says('记学时 党课 2 11-18 林晓棠');
    await lin.says('删除我的可选数据');
    await lin.says('确认');
    expect(await lin.says('我的数据')).toContain('学时：2026 年 2，去年 0（由组织登记，存到第二年年底）');
    await goTo('2027-06-01 09:00');
    expect(await lin.says('学时 去年')).toContain('2026 年学时：2/32\n');
    const year2026 = `${settings.redisPrefix}:*:hours:2026:*`;
    expect(await redis.keys(year2026)).toHaveLength(1);
    await goTo('2028-01-01 03:20');
    expect(await redis.keys(year2026)).toEqual([]);
  });
});

describe('a local rule in use', () => {
  it('asks more of officers, never less than the country, and shows the share of 政治理论', async () => {
    const { person } = await begin({ library: await withPresets(danyang, yueyang) });
    const chen = person('陈志刚');
    expect(await chen.says('我的')).toContain('学时：0/40（还有 30 个工作日）');
    expect(await person('林晓棠').says('学时')).toContain('2026 年学时：0/32');

    expect(await chen.says('记学时 集中培训 8 11-17 张三 非理论')).toContain(
      '集中培训 8 学时（非政治理论），张三。',
    );
    expect(await chen.says('记学时 党课 4 11-18 张三')).toContain('党课 4 学时（政治理论），张三。');
    const branch = await chen.says('学时 支部');
    expect(branch).toContain('一年的目标：党员 32 学时，班子 40 学时');
    // (4 + 14.7) of (12 + 14.7) hours are 70 %.
    expect(branch).toContain('政治理论：4/12 人学时（要求 70% 以上，再记 15 人学时的理论课才到）');
    await chen.says('记学时 集中培训 16 11-11至11-12 张三');
    expect(await chen.says('学时 支部')).toContain('政治理论：20/28 人学时（要求 70% 以上）');

    await person('于慧敏').says('记学时 其他 2 11-18 全体');
    expect(await person('钱文静').says('学时 全部')).toContain('政治理论不到 70% 的单位：1/2（记过学时的）');
  });
});

const danyang: HoursPreset = {
  id: 'danyang2020',
  name: '丹阳 2020',
  scope: '地方',
  source: '丹发〔2020〕38号',
  from: localDate(2020, 1, 1),
  targets: { 党员: 24, 班子: 40 },
};
const yueyang: HoursPreset = { ...danyang, id: 'yueyang2020', targets: {}, theoryPercent: 70 };

async function withPresets(...presets: readonly HoursPreset[]): Promise<Library> {
  const { library } = await loadLibrary('content');
  return { ...library, hours: { ...library.hours, presets: [...library.hours.presets, ...presets] } };
}
