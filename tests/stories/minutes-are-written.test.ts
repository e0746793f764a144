import { describe, expect, it } from 'vitest';
import { callMeeting, changeMeeting } from '../support/call-meeting.ts';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';

const begin = stories();

const assembly = { at: '2026-11-25 15:00', length: 90, agenda: ['学习全会精神', '接收徐乐乐为预备党员'] };

/** Everything stored about a draft. */
async function storedOf({ redis, settings }: World, number: number): Promise<string> {
  return (await redis.hvals(`${settings.redisPrefix}:{b}:minutes:${number}`)).join('\n');
}

describe('a secretary writes minutes', () => {
  it('in several messages, and sees what is still missing', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const chen = world.person('陈志刚');
    await callMeeting(world, assembly);
    expect(await chen.says('纪要')).toBe(
      [
        '党员大会（会议 1）纪要，还没有写',
        '还缺：主持人、记录人、会议情况、决议',
        '写一段，例如：纪要 1 主持人：张三',
        '可以分几次发，也可以整篇粘贴；时间、地点、人数不用写。',
      ].join('\n'),
    );
    expect(await chen.says('纪要 1 主持人：陈志刚\n记录人：何雨晴')).toBe(
      [
        '已记第 1 段：主持人 陈志刚，记录人 何雨晴。',
        '还缺：会议情况、决议',
        '记错了，10 分钟内发“撤销”；看全部发“纪要 1”。',
      ].join('\n'),
    );
    expect(await chen.says('纪要1 传达学习了全会精神，大家谈了体会。')).toContain(
      '已记第 2 段：会议情况 1 条。',
    );
    expect(await chen.says('纪要 决议：\n1. 接收徐乐乐为预备党员\n2. 同意工作安排')).toContain(
      '已记第 3 段：决议 2 条。\n记错了',
    );
    expect(await world.person('何雨晴').says('纪要 1')).toBe(
      [
        '党员大会（会议 1）纪要，已记 3 段',
        '主持人：陈志刚，记录人：何雨晴，会议情况 1 条，决议 2 条',
        '写一段，例如：纪要 1 任务：张三 12-01前 交学习报告',
        '看全文发“纪要 1 全文”，要 Word 稿发“纪要 1 导出”。',
      ].join('\n'),
    );
    expect(await chen.says('纪要 1 全文')).toBe(
      [
        '党员大会（会议 1）纪要草稿，以纸质原件为准',
        '主持人：陈志刚',
        '记录人：何雨晴',
        '【会议情况】',
        '1. 传达学习了全会精神，大家谈了体会。',
        '【决议】',
        '1. 接收徐乐乐为预备党员',
        '2. 同意工作安排',
      ].join('\n'),
    );
  });

  it('pastes them whole, with headings and numbers of their own; what the service knows is passed over', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    await callMeeting(world, assembly);
    const pasted = [
      '时间：2026年11月25日',
      '地点：308',
      '一、主持人：陈志刚',
      '二、议题',
      '（一）学习全会精神',
      '（二）接收预备党员',
      '三、会议情况',
      '支委会报告了考察情况。',
      '四、表决：接收徐乐乐 同意7票 反对0票 弃权1票',
      '五、决议事项：通过',
    ].join('\n');
    expect(await world.person('陈志刚').says(`纪要 1 ${pasted}`)).toContain(
      '已记第 1 段：主持人 陈志刚，议题 2 条，会议情况 1 条，表决 1 条，决议 1 条。\n时间、地点按会议和考勤填，没有另记。\n还缺：记录人',
    );
  });

  it('and takes the latest piece back, with 撤销 or later', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo } = world;
    const chen = person('陈志刚');
    await callMeeting(world, assembly);
    await chen.says('纪要 1 主持人：陈志刚');
    await chen.says('纪要 1 决议：不同意');
    expect(await chen.says('撤销')).toBe(
      '已撤回党员大会（会议 1）纪要里的“决议：不同意”。\n发“纪要 1”看现在有什么。',
    );
    expect(await chen.says('撤销')).toContain('没有可以撤销的');
    await goTo('2026-11-26 09:00');
    expect(await chen.says('纪要 1 撤回上一段')).toContain('纪要里的“主持人：陈志刚”');
    expect(await chen.says('纪要 1 撤回上一段')).toBe('会议 1 还没有写纪要，没有可以撤回的。');
    await chen.says('纪要 1 主持人：陈志刚');
    await person('何雨晴').says('纪要 1 撤回上一段');
    expect(await chen.says('撤销')).toBe('这一段后来已经撤回了，没有可以撤销的。');
  });

  it('at the same time as another officer: no piece is lost', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    await callMeeting(world, assembly);
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        world.person(index % 2 === 0 ? '陈志刚' : '何雨晴').types(`纪要 1 第${index}点意见`),
      ),
    );
    const whole = await world.person('陈志刚').says('纪要 1 全文');
    for (let index = 0; index < 10; index += 1) expect(whole).toContain(`第${index}点意见`);
  });

  it.each([
    ['纪要 9 决议：同意', '您这里没有第 9 号会议。发“会议”看编号。'],
    ['纪要 1 秘密★ 的事', '像是涉密或内部文件的标记'],
    ['纪要 1 张三的身份证号 110101199003070011', '像是有身份证号'],
    ['纪要 1 时间：三点', '时间按会议和考勤填，不用写。这里没有要记的内容。'],
    ['纪要 1 批评和自我批评：张三说', '“批评和自我批评”这类内容不在这里记'],
    ['纪要 1 主持人：陈志刚\n【谈话内容】\n家里的事', '“谈话内容”这类内容不在这里记'],
    ['纪要 1 二、问题清单\n1. 学习不够', '“问题清单”这类内容不在这里记'],
    [`纪要 1 ${'长'.repeat(6001)}`, '这一段有 6001 个字，一次最多 6000 个，请分几次发。这一段没有存。'],
  ])('is told why %j is not kept', async (line, words) => {
    const world = await begin({ start: '2026-11-25 15:00' });
    await callMeeting(world, assembly);
    expect(await world.person('陈志刚').says(line)).toContain(words);
    expect(await storedOf(world, 1)).toBe('');
  });

  it('writes 3,000 characters and emoji as they are', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    await callMeeting(world, assembly);
    const text = `大家讨论了${'😀好'.repeat(1500)}`;
    expect(await world.person('陈志刚').says(`纪要 1 ${text}`)).toContain('已记第 1 段：会议情况 1 条。');
    expect(await storedOf(world, 1)).toContain(text);
  });

  it('not before the meeting, nor of one that was cancelled, and nobody else reads or writes them', async () => {
    const world = await begin({ start: '2026-11-25 14:59' });
    const { person, goTo } = world;
    const number = await callMeeting(world, assembly);
    expect(await person('陈志刚').says('纪要 1 决议：同意')).toBe(
      '党员大会（会议 1）还没有开（11月25日 周三 15:00）。开的时候或者开过以后再写。',
    );
    await goTo('2026-11-25 15:00');
    for (const above of ['孙海波', '赵明远']) {
      expect(await person(above).says('纪要 1')).toBe(
        '会议 1 的纪要，只有开会的组织自己的负责人能写、能看。',
      );
    }
    expect(await person('马晓峰').says('纪要 1 全文')).toBe('您这里没有第 1 号会议。发“会议”看编号。');
    expect(await person('林晓棠').says('纪要 1')).toContain('由小组长、书记、副书记、委员和机关工委使用');
    await changeMeeting(world, number, { state: 'cancelled' });
    expect(await person('陈志刚').says('纪要 1 决议：同意')).toContain('已经取消，没有纪要');
  });
});

describe('a line of minutes that begins with 任务', () => {
  it('is given to the person, once, and the others are told apart', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person } = world;
    const chen = person('陈志刚');
    await callMeeting(world, assembly);
    const text = ['决议：', '同意', '任务：张三 12-01前 交学习报告', '任务：各小组交小结', '接收徐乐乐'].join(
      '\n',
    );
    expect(await chen.says(`纪要 1 ${text}`)).toBe(
      [
        '已记第 1 段：决议 2 条，任务 2 条。',
        '已交办：张三（任务 1，12月1日（周二）前）。',
        '没有交办 1 条：“各小组交小结”没有写清期限。',
        '改好再发，例如：纪要 1 任务：张三 12-01前 交报告',
        '还缺：主持人、记录人、会议情况',
        '记错了，10 分钟内发“撤销”；看全部发“纪要 1”。',
      ].join('\n'),
    );
    expect(await person('张三').says('任务')).toContain('交学习报告 · 12月1日前');
    expect(await person('张三').says('任务 1')).toContain('会议 1 的纪要');
    expect(await chen.says(`纪要 1 ${text}`)).toContain('有 1 条任务以前交办过，没有重复交办。');
    expect(await chen.says('纪要 1 任务：张三　１２－０１前　交学习报告')).toContain('没有重复交办');
    expect(await person('张三').says('任务')).toContain('等您办的任务 1 件');
  });

  it.each([
    ['任务：马晓峰 12-01前 交报告', '您这里没有“马晓峰”'],
    ['任务：张三 11-20前 交报告', '期限已经过了'],
    ['任务：张三 12-01前', '没有写做什么'],
    [`任务：张三 12-01前 ${'长'.repeat(301)}`, '写得太长，一件任务最多 300 个字'],
  ])('is given to nobody when it cannot be: %j', async (line, why) => {
    const world = await begin({ start: '2026-11-25 15:00' });
    await callMeeting(world, assembly);
    const said = await world.person('陈志刚').says(`纪要 1 ${line}`);
    expect(said).toContain('没有交办 1 条');
    expect(said).toContain(why);
    expect(await world.person('张三').says('任务')).not.toContain('交报告');
  });

  it('goes with its piece when that is taken back', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person } = world;
    await callMeeting(world, assembly);
    await person('陈志刚').says('纪要 1 任务：张三、周琪 12-01前 交学习报告');
    await world.settle();
    expect(await person('周琪').says('任务')).toContain('等您办的任务 1 件');
    const said = await person('陈志刚').says('撤销');
    expect(said).toContain('已撤回党员大会（会议 1）纪要里的“任务：张三、周琪 12-01前 交学习…”。\n');
    for (const task of ['已撤销任务 1', '已撤销任务 2']) expect(said).toContain(task);
    await world.settle();
    expect(await person('周琪').says('任务')).toBe('现在没有等您办的任务。');
    await person('陈志刚').says('纪要 1 任务：张三 12-01前 交学习报告');
    await world.settle();
    expect(await person('张三').says('任务')).toContain('等您办的任务 1 件');
  });
});

describe('meetings at which people speak of themselves and each other', () => {
  it.each(['orgLifeMeeting', 'democraticAppraisal'])(
    'keep theme, what is to be put right and tasks, and nothing else: %s',
    async (type) => {
      const world = await begin({ start: '2026-11-25 15:00' });
      const chen = world.person('陈志刚');
      await callMeeting(world, { ...assembly, type, title: '组织生活会' });
      expect(await chen.says('纪要 1')).toContain('这类会的发言写在纸质记录上，这里只记主题和整改。');
      for (const words of [
        '张三同志检视自己时说，学习不够。',
        '发言：张三说学习不够',
        '主题：学习\n决议：张三评为合格',
        `整改：${'张三说'.repeat(30)}`,
      ]) {
        expect(await chen.says(`纪要 1 ${words}`)).toMatch(/纸质记录|每条最多 60 个字/u);
      }
      expect(await storedOf(world, 1)).toBe('');
      expect(await chen.says('纪要 1 主题：学习贯彻全会精神\n整改：支委会 月底前 完善学习制度')).toContain(
        '已记第 1 段：主题 学习贯彻全会精神，整改 1 条。',
      );
    },
  );
});
