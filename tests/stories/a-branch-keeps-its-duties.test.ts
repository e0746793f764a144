import { describe, expect, it } from 'vitest';
import { loadLibrary } from '../../src/library/load-library.ts';
import type { Library } from '../../src/library/library.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a secretary asks what is missing this quarter', () => {
  it('and gets it on one screen: what, until when, and the line that does it', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('还差什么')).toBe(
      [
        '机关一支部 · 第四季度（截至 11月20日）',
        '1 11月支委会　11月30日前　→ 发“开会 …支委会”',
        '2 11月主题党日　11月30日前　→ 发“开会 …主题党日”',
        '3 11月党小组会　已开 0/2 个小组，11月30日前　→ 发“开会 …党小组会”',
        '4 党员大会　12月31日前　→ 发“开会 …党员大会”',
        '5 组织生活会　通知为准，一般本季度　→ 发“开会 …组织生活会”',
        '6 民主评议党员　通知为准，一般本季度　→ 发“开会 …民主评议党员”',
        '7 谈心谈话　12月31日前　→ 发“登记 谈心谈话 日期”',
        '还有 6 项，发“还差什么 2”',
        '已完成 0/13。依据发“依据 1”。',
      ].join('\n'),
    );
    expect(await chen.says('本季 2')).toBe(
      [
        '机关一支部 · 第四季度（截至 11月20日）',
        '8 支部书记述职　12月31日前　→ 发“登记 支部书记述职 日期”',
        '9 书记轮训　12月31日前　→ 发“登记 书记轮训 日期”',
        '10 党员学时　达到 0/8 人，12月31日前　→ 发“学时 支部”',
        '11 公布党费收缴情况　12月31日前　→ 发“登记 公布党费收缴情况 日期”',
        '12 下半年考察入党积极分子　12月31日前　→ 发“登记 考察入党积极分子 日期”',
        '13 支部换届　届期到 2027年4月11日　→ 发“登记 支部换届 日期”',
        '已完成 0/13。依据发“依据 8”。',
      ].join('\n'),
    );
  });

  it('and by which rule, with the strength of its word', async () => {
    const { person, goTo } = await begin();
    const chen = person('陈志刚');
    await chen.says('还差什么');
    expect(await chen.says('依据 2')).toBe(
      [
        '主题党日（党支部）',
        '党支部每月相对固定一天开展主题党日，开展前定好主题和内容，开展后抓好落实。',
        '依据：支部工作条例（试行）第十六条、党员教育管理工作条例第十六条，2018-10-28 起',
        '多久：每月 1 次',
        '轻重：写的是“应当”，要做到',
        '留下：活动记录',
      ].join('\n'),
    );
    // The list that was seen, also when something was done meanwhile.
    await chen.says('登记 支委会 11-18');
    expect(await chen.says('依据 2')).toContain('主题党日（党支部）');
    await goTo('2026-11-23 09:00');
    expect(await chen.says('依据 1')).toContain('主题党日（党支部）');

    expect(await chen.says('依据 换届')).toContain('支部换届（党支部）');
    expect(await person('孙海波').says('依据 换届')).toContain('机关党委换届（机关党委）');
    expect(await chen.says('依据 党课')).toContain('轻重：写的是“定期”或“按期”，没有写次数，由本单位定');
    expect(await chen.says('依据 新任书记培训')).toContain(
      '多久：6 个月内。这个数来自助手默认期限：参照焦作市直机关党建工作机制（2020年7月1日）二（三），全国没有写几个月',
    );
    expect(await chen.says('依据 99')).toContain('没有第 99 项，列出的是 1 到 12');
    expect(await chen.says('依据 跳舞')).toContain('没有“跳舞”这一项');
  });

  it('and hears of its own duties only', async () => {
    const { person } = await begin();
    // Seven 正式党员 make a committee; three do not, and there are no groups.
    expect(await person('马晓峰').says('还差什么')).not.toMatch(/支委会|党小组会|积极分子/u);
    expect(await person('于慧敏').says('还差什么 2')).toContain(
      '支部人数不足　正式党员不足 3 人　→ 怎么办发“依据 支部人数不足”',
    );
    // 党总支: its own, and those of 党组, which it serves.
    expect(await person('蒋佩文').says('还差什么')).toBe(
      [
        '云溪市图书馆党总支 · 第四季度（截至 11月20日）',
        '1 机关党员干部大会　12月31日前　→ 发“开会 …机关党员干部大会”',
        '2 机关党组织书记述职　12月31日前　→ 发“登记 机关党组织书记述职 日期”',
        '3 党组书记讲党课　12月31日前　→ 发“登记 党组书记讲党课 日期”',
        '4 党组通报抓党建　12月31日前　→ 发“登记 党组通报抓党建 日期”',
        '5 党总支换届　届期到 2027年3月7日　→ 发“登记 党总支换届 日期”',
        '已完成 0/5。依据发“依据 1”。',
      ].join('\n'),
    );
    expect(await person('钱文静').says('还差什么')).toContain('1 工委书记述职　12月31日前');
    expect(await person('张三').says('还差什么')).toBe(
      [
        '机关一支部第一党小组 · 第四季度（截至 11月20日）',
        '1 11月党小组会　11月30日前　→ 发“开会 …党小组会”',
        '已完成 0/1。依据发“依据 1”。',
      ].join('\n'),
    );
    expect(await person('林晓棠').says('还差什么')).toContain('由小组长、书记、副书记、委员和机关工委使用');
  });

  it('and sees clocks: a vacancy, the end of a probation, a new secretary', async () => {
    const { lists } = await begin();
    const people = lists.people.map((one) => {
      if (one.userid === 'chen.zhigang') return { ...one, posts: ['委员'] as const };
      if (one.userid === 'ma.xiaofeng')
        return { ...one, inPostSince: '2026-08-31' as typeof one.joinedOn & string };
      return one;
    });
    const { person, goTo } = await begin({ lists: { ...lists, people } });
    expect(await person('何雨晴').says('还差什么 2')).toContain(
      '补选书记　2027年2月19日前　→ 怎么办发“依据 补选书记”',
    );
    expect(await person('马晓峰').says('还差什么 2')).toContain('新任书记培训　2027年2月26日前');
    await goTo('2027-02-22 09:00');
    const answer = await person('何雨晴').says('还差什么');
    expect(answer).toContain('预备党员转正讨论　3月20日期满　→ 发“登记 预备党员转正讨论 日期”');
    expect(await person('何雨晴').says('依据 补选书记')).toContain('多久：3 个月内。这个数来自助手默认期限');
  });
});

describe('登记', () => {
  it('closes a duty, once, and is taken back within ten minutes', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('登记 主题党日 11-18')).toBe(
      '已登记：11月18日（周三）主题党日。\n11月主题党日办好了。\n记错了，10 分钟内发“撤销”。',
    );
    expect(await chen.says('还差什么')).toContain('已完成 1/13');
    expect(await chen.says('登记 主题党日 １１月１８日')).toBe(
      '11月18日（周三）主题党日已经记过了，没有重复记。\n看还差什么，发“还差什么”。',
    );
    expect(await chen.says('登记主题党日 11-10')).toContain('11月主题党日已经办过（11-18），这次也记下了。');
    expect(await chen.says('撤销')).toBe('已撤销刚才登记的：11月10日（周二）主题党日。');
    expect(await chen.says('撤登记 主题党日 11-18')).toBe(
      '已撤：11月18日（周三）主题党日。\n撤错了，10 分钟内发“撤销”。',
    );
    expect(await chen.says('还差什么')).toContain('2 11月主题党日　11月30日前');
    expect(await chen.says('撤销')).toBe('已恢复刚才撤的：11月18日（周三）主题党日。');
    expect(await chen.says('还差什么')).not.toContain('主题党日');
  });

  it('counts for the period of its day, whatever it is called', async () => {
    const { person, goTo } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('登记 党员活动日 10-20')).toContain('10月主题党日办好了。');
    expect(await chen.says('登记 11-18 支部大会')).toContain(
      '已登记：11月18日（周三）党员大会。\n党员大会办好了。',
    );
    expect(await chen.says('登记 谈心 昨天')).toContain('谈心谈话办好了。');
    expect(await chen.says('登记 党课 今天')).toContain('这一项没有规定次数，记在年度台账里。');
    // In January December is last year's, and what was put off counts for last year.
    await goTo('2027-01-15 09:00');
    expect(await chen.says('登记 主题党日 12-18')).toContain('2026年12月主题党日办好了。');
    expect(await chen.says('登记 组织生活会 01-12')).toContain('2026年组织生活会办好了。');
  });

  it('asks which group, and takes the one that is named', async () => {
    const { person } = await begin();
    const chen = person('陈志刚');
    expect(await chen.says('登记 党小组会 11-18')).toBe(
      '有 2 个党小组，请写是哪一个。例如：登记 党小组会 11-18 @机关一支部第一党小组',
    );
    expect(await chen.says('登记 党小组会 11-18 @第二党小组')).toContain(
      '已登记：机关一支部第二党小组 11月18日（周三）党小组会。',
    );
    expect(await person('张三').says('登记 党小组会 11-17')).toContain('已登记：11月17日（周二）党小组会。');
    expect(await chen.says('还差什么')).not.toContain('党小组会');
    expect(await person('张三').says('登记 主题党日 11-18')).toContain(
      '没有“主题党日”这一项。有：党小组会。',
    );
  });

  it('keeps the day a notice gives, for everybody below whoever says it', async () => {
    const { person } = await begin();
    expect(await person('孙海波').says('登记 组织生活会 通知为准 2027-02-26')).toBe(
      '已记下：组织生活会以通知为准，2027年2月26日（周五）为止。\n云溪市数据局机关党委下面的支部都按这一天提醒。\n记错了，10 分钟内发“撤销”。',
    );
    const chen = person('陈志刚');
    expect(await chen.says('还差什么 2')).toContain('组织生活会　2027年2月26日前');
    expect(await person('杜宁').says('还差什么')).toContain('组织生活会　通知为准，一般本季度');
    // A branch may set itself an earlier day, and not a later one.
    await chen.says('登记 组织生活会 通知为准 03-31');
    expect(await chen.says('还差什么 2')).toContain('组织生活会　2027年2月26日前');
    expect(await chen.says('撤销')).toBe('已撤销：组织生活会通知给的日期。');
    await chen.says('登记 组织生活会 通知为准 01-29');
    expect(await chen.says('还差什么 2')).toContain('组织生活会　2027年1月29日前');
    expect(await person('孙海波').says('撤销')).toContain('已撤销');
    expect(await person('马晓峰').says('还差什么')).toContain('组织生活会　通知为准');
  });

  it.each([
    ['登记', '还缺哪一项，哪一天。例如：登记 主题党日 11-18'],
    ['登记 主题党日', '还缺哪一天。例如：登记 主题党日 11-20'],
    ['登记 主题党日 11-28', '11月28日（周六）还没有到，主题党日办完以后再登记。例如：登记 主题党日 11-20'],
    ['登记 主题党日 02-30', '日历上没有“02-30”这一天。例如：登记 主题党日 11-20'],
    ['登记 主题党日 2024-11-18', '只能登记今年和去年的。例如：登记 主题党日 11-20'],
    ['登记 主题当日 11-18', '没有“主题当日”这一项，是不是主题党日？例如：登记 主题党日 11-18'],
    ['登记 跳舞 11-18', '没有“跳舞”这一项。有：党员大会、支委会'],
    ['登记 支部 11-18', '“支部”可以是：'],
    ['登记 党员学时 11-18', '党员学时按登记的学时算，不用另外登记。发“学时 支部”看到了多少。'],
    ['登记 主题党日 11-18 @机关二支部', '机关二支部不归您这里登记'],
    ['登记 主题党日 11-18 @没有这个', '没有这个'],
    ['登记 主题党日 通知为准 2027-03-31', '没有“主题党日”这一项。有：组织生活会、民主评议党员。'],
    ['登记 组织生活会 通知为准', '还缺到哪一天。例如：登记 组织生活会 通知为准 2027-03-31'],
    ['登记 组织生活会 通知为准 2026-11-01', '11月1日已经过了，请核对。'],
    ['登记 组织生活会 通知为准 2029-03-31', '2029年3月31日太远了，请核对年份。'],
    ['撤登记 主题党日 11-18', '没有登记过机关一支部 11月18日（周三）的主题党日，不用撤。'],
    [`登记 ${'党'.repeat(3000)} 11-18`, '没有“党党'],
  ])('is told what is wrong with %j, and nothing is changed', async (line, words) => {
    const { person, redis, settings } = await begin();
    const answer = await person('陈志刚').says(line);
    expect(answer).toContain(words);
    expect(answer.length).toBeLessThan(300);
    expect(await redis.keys(`${settings.redisPrefix}:*:dut*`)).toEqual([]);
  });
});

describe('duties close by themselves', () => {
  it('with the training that an organisation above has registered', async () => {
    const { person } = await begin();
    await person('陈志刚').says('记学时 集中培训 8 11-11 陈志刚');
    expect(await person('陈志刚').says('还差什么 2')).toContain('书记轮训');
    await person('钱文静').says('记学时 集中培训 8 11-12 书记');
    expect(await person('陈志刚').says('还差什么 2')).not.toContain('书记轮训');
  });

  it('with the hours everybody has', async () => {
    const { person } = await begin();
    await person('杜宁').says('记学时 集中培训 32 11-16至11-19 杜宁 谢安宁');
    expect(await person('杜宁').says('还差什么 2')).toContain('党员学时　达到 2/3 人，12月31日前');
    await person('杜宁').says('记学时 集中培训 32 11-16至11-19 白一帆');
    expect(await person('杜宁').says('还差什么 2')).not.toContain('党员学时');
  });
});

describe('a meeting', () => {
  it('stands in the list once it is called, and meets its duty once it was held', async () => {
    const { person, goTo, settle } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 11月27日下午3点 主题党日 308');
    await chen.says('确认');
    await settle();
    expect(await chen.says('还差什么')).toContain('11月主题党日　11月30日前　→ 已定 11-27，会后自动登记');
    await goTo('2026-11-27 15:00');
    const code = /\d{4}/u.exec(await chen.says('签到码 1'))?.[0] ?? '';
    await chen.says(`签到 ${code}`);
    await goTo('2026-11-27 20:00');
    expect(await chen.says('还差什么')).not.toContain('11月主题党日');
    expect(await chen.says('登记 主题党日 11-27')).toContain('已经记过了');
    expect(await chen.says('撤登记 主题党日 11-27')).toContain('是会议或测试结束后自动记的，不能撤');
  });

  it('is no longer counted on when it is cancelled', async () => {
    const { person, settle } = await begin();
    const chen = person('陈志刚');
    await chen.says('开会 11月27日下午3点 主题党日 308');
    await chen.says('确认');
    await settle();
    await chen.says('取消会议 1 场地停电');
    await chen.says('确认');
    await settle();
    expect(await chen.says('还差什么')).toContain('11月主题党日　11月30日前　→ 发“开会 …主题党日”');
  });
});

describe('a test that is over', () => {
  it('meets the duty of every branch of which somebody took it', async () => {
    const { person, goTo } = await begin({ library: await withPresets('jiaozuo2020') });
    const qian = person('钱文静');
    await qian.says('发布测试 季度测试 全体 11-20 11-25 5题');
    await qian.says('确认');
    await goTo('2026-11-20 09:01');
    const lin = person('林晓棠');
    await lin.says('测试 1');
    await lin.says('A');
    await lin.says('交卷 1');
    await lin.says('确认');
    expect(await person('陈志刚').says('还差什么 2')).toContain('理论测试');
    await goTo('2026-11-26 09:00');
    expect(await person('陈志刚').says('还差什么 2')).not.toContain('理论测试');
    expect(await person('马晓峰').says('还差什么 2')).toContain('理论测试');
  });
});

describe('a local rule in use', () => {
  it('asks for more than the country, and says whose number it is', async () => {
    const { person } = await begin({ library: await withPresets('jiaozuo2020', 'danyang2020') });
    const chen = person('陈志刚');
    expect(await chen.says('依据 理论测试')).toContain(
      '多久：每季度 1 次。这个数来自焦作 2020：焦作市直机关党建“五抓三创三提升”工作机制（2020年7月1日）',
    );
    expect(await chen.says('还差什么 2')).toContain('理论测试　12月31日前　→ 发“登记 理论测试 日期”');
    expect(await person('孙海波').says('还差什么 2')).toContain('支部联系点　已办 0/2，12月31日前');
    expect(await chen.says('依据 主题党日')).toContain('丹阳 2020：每月“五事联动”主题党日。');
    expect(await person('钱文静').says('还差什么')).toContain('11月16日那周作风督查　今天为止');
  });
});

/** The shipped content with these presets in use. */
async function withPresets(...ids: readonly string[]): Promise<Library> {
  const { readFile } = await import('node:fs/promises');
  const { readDutyPresetFile } = await import('../../src/library/duty-preset-file.ts');
  const { library } = await loadLibrary('content');
  const presets = await Promise.all(
    ids.map(async (id) => {
      const read = readDutyPresetFile(await readFile(`content/duties/presets/${id}.yaml`, 'utf8'), id);
      if (read.problems !== undefined) throw new Error(JSON.stringify(read.problems));
      return read.value.preset;
    }),
  );
  return { ...library, duties: { ...library.duties, presets } };
}
