import { describe, expect, it } from 'vitest';
import { callMeeting } from '../support/call-meeting.ts';
import { spokenCode } from '../support/spoken-code.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

/** 党员大会 on Wednesday 25 November at 15:00, called by 陈志刚 on the Friday before. */
async function called() {
  const world = await begin();
  const chen = world.person('陈志刚');
  await chen.says('开会 下周三15:00 党员大会 308 学习讲话；研究发展对象');
  await chen.says('确认');
  await world.settle();
  return world;
}

describe('once a meeting has begun', () => {
  it('shows who came, as 考勤 counts them, and nothing to reply to', async () => {
    const world = await called();
    const { person, goTo } = world;
    await person('林晓棠').says('参加');
    await goTo('2026-11-25 14:58');
    await person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    expect(await person('林晓棠').says('会议 1')).toContain('您：已签到 14:58');
    await goTo('2026-11-25 15:06');
    await person('罗健').says(`签到 ${await spokenCode(world)}`);
    await person('陈志刚').says('代签 1 吴刚');
    await person('陈志刚').says('准假 1 周琪 出差');
    expect(await person('陈志刚').says('会议 1')).toBe(
      [
        '会议 1 · 党员大会',
        '今天 15:00 · 308',
        '这个会已经开始了。',
        '应到 9，实到 3，请假 1，未到 5（截至 15:06）',
        '议题：',
        '1 学习讲话',
        '2 研究发展对象',
        '您：还没有签到；到了请发主持人报的码，例如：签到 4821',
        '[考勤]',
      ].join('\n'),
    );
    const roll = await person('陈志刚').says('考勤 1');
    expect(roll).toContain('应到 9，实到 3（截至 15:06）');
    expect(roll).toContain('请假 1，未到 5');
    expect(await person('张三').says('会议 1')).toContain(
      '第一党小组应到 4，实到 1，请假 1，未到 2（截至 15:06）',
    );
    const own = await Promise.all(
      ['林晓棠', '罗健', '吴刚', '周琪'].map((name) => person(name).says('会议 1')),
    );
    expect(own.map((text) => text.split('\n').at(-1))).toEqual([
      '您：已签到 14:58',
      '您：已签到 15:06，记迟到',
      '您：已代签到会',
      '您：请假（公差）',
    ]);
    expect(await person('林晓棠').says('会议')).toBe(
      '您接下来的会议 1 个：\n1 今天 15:00 · 308 党员大会，您已签到\n看议题发“会议 1”。',
    );
    expect(await person('徐乐乐').says('会议')).toContain('党员大会，已经开始\n看议题');
    expect(await person('徐乐乐').says('我的')).not.toContain('发“参加 1”');

    await goTo('2026-11-25 20:30');
    const held = await person('陈志刚').says('会议 1');
    expect(held).toContain('这个会开过了。\n应到 9，实到 3，请假 1，未到 5');
    expect(held).toContain('您：没有签到\n[考勤] [纪要]');
    expect(await person('林晓棠').says('会议')).toContain('党员大会，开过了，您已签到');
  });

  it('may still be the one that 请假 means', async () => {
    const world = await called();
    const { person, goTo } = world;
    await goTo('2026-11-25 15:05');
    for (const line of ['请假 出差', '请假 今天 出差', '请假']) {
      expect(await person('林晓棠').says(line)).toContain('由陈志刚发“准假 1 林晓棠”记上。');
    }
    await callMeeting(world, { at: '2026-11-26 15:00', type: 'partyLecture', title: '党课' });
    expect(await person('林晓棠').says('请假 出差')).toContain('您接下来不止一个会议');
    await person('林晓棠').says(`签到 ${await spokenCode(world)}`);
    expect(await person('林晓棠').says('参加 1')).toContain('您已经签到了');
    expect(await person('林晓棠').says('请假 今天')).toContain('您已经签到了');
    expect(await person('林晓棠').says('请假 出差')).toContain('党课（会议 2），原因记为“公差”。');
  });

  it('has leave recorded by the secretary, to whom it was said', async () => {
    const world = await called();
    const { person, goTo } = world;
    const chen = person('陈志刚');
    await person('林晓棠').says('参加');
    await goTo('2026-11-25 15:10');
    await person('罗健').says(`签到 ${await spokenCode(world)}`);
    expect(await chen.says('准假 1 林晓棠')).toBe(
      '已记请假：林晓棠，党员大会（会议 1），原因记为“其他”。\n记错了，发“不准假 1 林晓棠”。',
    );
    expect(await chen.says('考勤 1')).toContain('请假 1，未到 7');
    expect(await chen.says('不准假 1 林晓棠')).toContain('不同意林晓棠的请假（会议 1 党员大会），已记下。');
    expect(await chen.says('考勤 1')).toContain('请假 0，未到 8');
    expect(await chen.says('准假 1 林晓棠')).toContain('同意林晓棠的请假');
    expect(await chen.says('准假 1 周琪 出差')).toContain('原因记为“公差”');
    expect(await chen.says('准假 1 罗健')).toBe('罗健已经签到了：党员大会（会议 1），没有改。');
    expect(await person('罗健').says('请假 1 出差')).toContain('您已经签到了：今天 15:00');
    expect(await person('周琪').says('请假 1 出差')).toContain('已经替您请过假了');
    expect(await person('马晓峰').says('准假 1 周琪')).toContain('您管理的人里没有“周琪”');
    // Whoever comes after all has come.
    await person('周琪').says(`签到 ${await spokenCode(world)}`);
    expect(await chen.says('考勤 1 名单')).toContain('请假 1：林晓棠（其他）');

    // The next day the roll is closed; as long as 补签 may be said, so may this.
    await goTo('2026-11-26 09:00');
    expect(await person('吴刚').says('请假 1 出差')).toContain('已经开过了，这里不能再请假。');
    expect(await chen.says('准假 1 吴刚 值班')).toContain('已记请假：吴刚');
    expect(await chen.says('考勤 1')).toContain('应到 9，实到 2');
    expect(await chen.says('考勤 1')).toContain('请假 2，未到 5');
    await goTo('2026-12-26 09:00');
    expect(await chen.says('准假 1 高美芳')).toContain('请假补记到昨天（周五）为止，已经过了');
  });

  it('still takes the leave of the only officer of a branch', async () => {
    const world = await begin({ start: '2026-11-25 15:10' });
    await callMeeting(world, {
      at: '2026-11-25 15:00',
      organisation: 'B2',
      convenedBy: 'yu.huimin',
      invited: { voting: ['于慧敏', '曹磊'] },
    });
    expect(await world.person('于慧敏').says('请假 1 出差')).toBe(
      '已替您请假：今天 15:00 党员大会（会议 1），原因记为“公差”。\n本支部没有别的负责人，所以直接记下了。会后纪要写好了，我发给您补学。',
    );
    expect(await world.person('于慧敏').says('考勤 1')).toContain('请假 1，未到 1：曹磊');
  });
});
