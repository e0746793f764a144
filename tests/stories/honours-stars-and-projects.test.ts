import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';
import { confirming, dialogue, quietLibrary, remindersOn } from './a-dialogue.ts';

const begin = stories();
const library = await quietLibrary();

describe('honours', () => {
  it('ask the person first, then are checked, made public for five working days, and given', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    expect(await say('陈志刚', '推荐 林晓棠 2026')).toContain('请选荣誉');
    expect(await say('陈志刚', '优秀共产党员')).toContain('评优推荐，发给：林晓棠（1 人）');
    await say('陈志刚', '确认');
    expect(world.person('林晓棠').lastMessage()?.text).toBe(
      [
        '评优推荐 1 · 本人意见',
        '来自机关一支部',
        '林晓棠，年度 2026，荣誉 优秀共产党员',
        '支部想推荐您。愿意就点“同意”，不愿意点“谢绝”，都不用写原因。',
        '期限：11月27日（周五）前',
        '[同意] [谢绝] [看经过]',
      ].join('\n'),
    );
    expect(await say('陈志刚', '同意 1')).toContain('还不能同意');
    expect(await say('林晓棠', '同意 1')).toContain(
      '接下来：审核（云溪市数据局机关党委），12月4日（周五）前。',
    );
    expect(await say('孙海波', '通过 1')).toContain('评优推荐 1 · 公示');
    expect(await say('孙海波', '无异议 1')).toBe(
      '评优推荐 1 的“公示”最早11月27日（周五）才能办。\n依据：公示 5 个工作日是各地常见做法，可按本地规定改',
    );
    await world.goTo('2026-11-27 10:00');
    expect(await say('李素云', '无异议 1')).toContain('接下来：表彰（云溪市直机关工委）');
    expect(await say('钱文静', '表彰 1')).toContain('这件事办完了。');
    expect(world.person('林晓棠').lastMessage()?.text).toContain('评优推荐 1 · 已表彰');
    expect(world.person('周琪').messages()).toEqual([]);
  });

  it('end where somebody does not want them, without a reason', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '推荐 林晓棠 2026 优秀共产党员');
    expect(await say('林晓棠', '谢绝 1')).toContain('这件事办完了。');
    expect(world.person('陈志刚').lastMessage()?.text).toContain('评优推荐 1 · 已谢绝');
    expect(world.person('孙海波').messages()).toEqual([]);
  });
});

describe('honours of which a place allows one a year', () => {
  const limited = (atMost: number): typeof library => ({
    ...library,
    flows: library.flows.map((flow) =>
      flow.id === 'honours'
        ? {
            ...flow,
            start: { ...flow.start, limit: { atMost, notCounted: ['谢绝', '退回', '收回', '不表彰'] } },
          }
        : flow,
    ),
  });

  it('are refused beyond it before anything is sent, until one is declined or the year is over', async () => {
    const world = await begin({ library: limited(1) });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '推荐 林晓棠 2026 优秀共产党员');
    expect(await say('何雨晴', '推荐 张三 2026 优秀共产党员')).toBe(
      [
        '机关一支部 2026 年的评优推荐已有 1 件，一年最多 1 件，所以没有记下。',
        '谢绝、退回、收回、不表彰的不算在内。看已有的发“事项”。',
      ].join('\n'),
    );
    expect(world.person('张三').messages()).toEqual([]);
    // Another branch has its own.
    expect(await say('马晓峰', '推荐 宋洁 2026 优秀共产党员')).toContain('预览（还没有发出）');
    await say('林晓棠', '谢绝 1');
    await confirming(say)('何雨晴', '推荐 张三 2026 优秀共产党员');
    await world.goTo('2027-01-04 09:00');
    expect(await say('陈志刚', '推荐 周琪 2027 优秀共产党员')).toContain('预览（还没有发出）');
  });

  it('two who are confirmed at the same moment: one is begun', async () => {
    const world = await begin({ library: limited(1), replicas: 2 });
    const say = dialogue(world);
    await say('陈志刚', '推荐 林晓棠 2026 优秀共产党员');
    await say('何雨晴', '推荐 张三 2026 优秀共产党员');
    const answers = await Promise.all(['陈志刚', '何雨晴'].map((name) => world.person(name).says('确认')));
    expect(answers.filter((answer) => answer.includes('一年最多 1 件'))).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('评优推荐 1：'))).toHaveLength(1);
  });

  it('set during the year: of more than there may be, those begun last can only be ended', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    for (const line of ['推荐 林晓棠 2026 优秀共产党员', '推荐 张三 2026 优秀共产党员']) {
      await confirming(say)('陈志刚', line);
    }
    await world.restart({ library: limited(1) });
    expect(await say('张三', '同意 2')).toContain('已有 1 件，一年最多 1 件，所以没有记下。');
    expect(await say('林晓棠', '同意 1')).toContain('接下来：审核');
    expect(await say('张三', '谢绝 2')).toContain('这件事办完了。');
  });
});

/** Everything somebody was shown. */
function fromBot({ person }: World, name: string): readonly string[] {
  return person(name)
    .messages()
    .map(({ text }) => text);
}

describe('the stars of a branch', () => {
  it('are declared, checked, given, and accepted', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '申报星级 2026 四星 86');
    expect(await say('孙海波', '上报 1 84.5')).toContain('接下来：工委评定');
    expect(await say('钱文静', '评定 1 六星')).toContain('可以选：五星、四星、三星、二星、一星、不定星。');
    expect(await say('钱文静', '评定 1 四星')).toContain(
      '接下来：确认结果（机关一支部），11月27日（周五）前。',
    );
    // Nobody takes from the branch the time in which it may appeal.
    expect(await say('钱文静', '生效 1')).toBe(
      [
        '星级评定 1 最早11月30日（周一）才能点“生效”：在那以前，别人还有时间办。',
        '依据：5 个工作日是默认期限，可按本单位规定改',
      ].join('\n'),
    );
    expect(await say('何雨晴', '认可 1')).toContain('这件事办完了。');
  });

  it('a yellow card is told to the branch alone, has a deadline, and can be appealed against', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '申报星级 2026 四星 86');
    await say('孙海波', '上报 1 60');
    const before = world.person('马晓峰').messages().length;
    expect(await say('钱文静', '发黄牌 1 12-20 组织生活记录不全')).toContain(
      '接下来：限期整改（机关一支部），12月20日（周日）前。',
    );
    expect(world.person('陈志刚').lastMessage()?.text).toContain(
      '发黄牌：整改期限 12月20日（周日），组织生活记录不全',
    );
    expect(world.person('马晓峰').messages()).toHaveLength(before);
    expect(await say('马晓峰', '事项 1')).toContain('没有您的第 1 号事项');

    expect(await say('陈志刚', '申诉 1 记录在纸上，已补录')).toContain(
      '接下来：黄牌复核（云溪市直机关工委）',
    );
    expect(await say('赵明远', '维持 1 仍缺三份')).toContain('接下来：限期整改（机关一支部）');
    expect(await remindersOn(world, '2026-12-18', '何雨晴')).toEqual([
      expect.stringContaining('星级评定 1 还有 2 天到期'),
    ]);
    await say('陈志刚', '办结 1 三份都补了');
    expect(await say('钱文静', '到位 1 三星')).toContain('接下来：确认结果（机关一支部）');
    expect(await say('陈志刚', '认可 1')).toContain('这件事办完了。');
  });

  it('a downgrade is decided by people after the deadline, never by the clock', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '申报星级 2026 四星 86');
    await say('孙海波', '上报 1 60');
    await say('钱文静', '发黄牌 1 12-18 组织生活记录不全');
    expect(await say('钱文静', '到期未改 1')).toContain('最早12月19日（周六）才能点“到期未改”');
    expect(await remindersOn(world, '2026-12-21', '何雨晴')).toEqual([
      '星级评定 1 过了期限 3 天\n机关一支部 · 限期整改（机关一支部）\n[看 1 号]',
    ]);
    // Each of those who are told by the flow has a note that is true of all of them.
    expect(fromBot(world, '钱文静')).toContain(
      '星级评定 1 过了期限 3 天\n只告诉有关负责人，没有公开\n机关一支部 · 限期整改（机关一支部）\n[看 1 号]',
    );
    expect(await say('陈志刚', '事项 1')).toContain('星级评定 1 · 限期整改');
    expect(await say('陈志刚', '降星 1 二星')).toContain('还不能降星');
    expect(await say('钱文静', '到期未改 1')).toContain('星级评定 1 · 核验整改');
    expect(await say('钱文静', '降星 1 三星')).toContain('接下来：确认结果（机关一支部）');
    expect(await say('陈志刚', '申诉 1 已在整改')).toContain('接下来：星级复核');
    expect(await say('赵明远', '改评 1 四星')).toContain('这件事办完了。');
  });
});

describe('a project of a secretary', () => {
  it('is begun with what, for whom, until when and to what end; a line of progress every quarter', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await say('陈志刚', '书记项目 2027-06-30 支部结对社区；社区老年人');
    expect(await say('陈志刚', '每月一次便民服务')).toBe(
      [
        '预览（还没有发出）',
        '书记项目，发给：云溪市数据局机关党委（2 人）',
        '办结时间 2027年6月30日（周三）',
        '支部结对社区',
        '社区老年人',
        '每月一次便民服务',
        '期限：12月4日（周五）前',
        '请确认：内容不含涉密和内部文件',
        '[确认] [取消]',
      ].join('\n'),
    );
    await say('陈志刚', '确认');
    expect(await say('孙海波', '立项 1')).toContain('接下来：推进（机关一支部），2027年6月30日（周三）前。');
    expect(await remindersOn(world, '2027-02-19', '陈志刚')).toEqual([
      expect.stringContaining('书记项目 1：又到了记进展的时候'),
    ]);
    expect(await say('陈志刚', '记进展 1 开展了三次')).toContain('记进展：开展了三次');
    expect(await remindersOn(world, '2027-03-19', '陈志刚')).toEqual([]);
    expect(await remindersOn(world, '2027-05-19', '陈志刚')).toHaveLength(1);
    expect(await say('何雨晴', '办结 1 共十次，服务 200 人次')).toContain(
      '接下来：验收（云溪市数据局机关党委）',
    );
    expect(await say('孙海波', '通过 1')).toContain('这件事办完了。');
  });
});

describe('an election', () => {
  it('goes from the request to the filing, with its days only', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    // The end of the term stands in the roster.
    expect(await say('陈志刚', '换届报批')).toContain(
      '换届，发给：机关一支部（2 人）\n届满日期 2027年4月11日（周日）\n',
    );
    expect(await say('陈志刚', '换届报批 下下个月')).toContain('“下下个月”是多出来的，所以没有记下。');
    expect(await confirming(say)('陈志刚', '换届报批 2027-04-11')).toContain(
      '换届 1：机关一支部\n现在：1/9 党组织研究',
    );
    expect(await say('陈志刚', '完成 1')).toContain('期限：2027年4月11日（周日）前');
    expect(await remindersOn(world, '2027-01-11', '陈志刚')).toEqual([
      expect.stringContaining('换届 1 还有 90 天到期'),
    ]);
    expect(await say('陈志刚', '延期 1 2028-04-12')).toContain(
      '延期日期要在4月12日（周一）到2028年4月11日（周二）之间',
    );
    expect(await say('陈志刚', '已报 1')).toContain('接下来：3/9 批复请示（云溪市数据局机关党委）');
    await say('孙海波', '同意 1');
    await say('陈志刚', '已报 1');
    await say('孙海波', '同意 1');
    expect(await say('何雨晴', '召开 1')).toContain('换届 1 · 7/9 报送结果');
    await say('何雨晴', '已报 1');
    await say('孙海波', '同意 1');
    expect(await say('陈志刚', '完成 1')).toContain('这件事办完了。');
  });

  it('that was put off has its new day from then on', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await confirming(say)('陈志刚', '换届报批');
    await say('陈志刚', '完成 1');
    await say('陈志刚', '延期 1 2027-10-11');
    await say('孙海波', '同意 1');
    await say('陈志刚', '已报 1');
    expect(await say('孙海波', '同意 1')).toContain(
      '接下来：4/9 酝酿候选人（机关一支部），2027年10月11日（周一）前。',
    );
    await say('陈志刚', '已报 1');
    expect(await say('孙海波', '同意 1')).toContain('召开大会（机关一支部），2027年10月11日（周一）前。');
  });
});
