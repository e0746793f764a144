import { describe, expect, it } from 'vitest';
import { commit } from '../../src/redis/commit.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { localDate } from '../../src/time/local-date.ts';
import { callMeeting, participantsOf } from '../support/call-meeting.ts';
import { stories } from '../support/stories.ts';
import { wordText } from '../support/word-text.ts';
import type { World } from '../support/world.ts';

const begin = stories();

const assembly = { at: '2026-11-25 15:00', length: 90, agenda: ['学习全会精神', '接收徐乐乐为预备党员'] };

/** 请假 公差, which the secretary has agreed to. */
async function takesLeave(world: World, number: number, userid: string): Promise<void> {
  const participants = participantsOf(world);
  const [participant] = await participants.of(userid, [number]);
  if (participant === undefined) throw new Error(`${userid} is not invited`);
  const at = { date: localDate(2026, 11, 24), minute: 540 };
  const work = createUnitOfWork();
  participants.change(work, number, participant, {
    reply: { kind: 'leave', round: 1, at, reason: '公差', approval: 'agreed' },
  });
  await commit(world.redis, work);
}

/** Everything stored about a draft. */
async function storedOf({ redis, settings }: World, number: number): Promise<string> {
  return (await redis.hvals(`${settings.redisPrefix}:{b}:minutes:${number}`)).join('\n');
}

describe('纪要 导出', () => {
  it('is a Word draft with everything that is known, to be signed on paper', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person } = world;
    const chen = person('陈志刚');
    await callMeeting(world, assembly);
    await takesLeave(world, 1, 'zhou.qi');
    await chen.says('代签 1 陈志刚 何雨晴 林晓棠 张三 高美芳');
    await chen.says(
      '纪要 1 主持人：陈志刚\n散会时间：16:20\n列席：孙海波\n传达学习了全会精神。\n表决：接收徐乐乐为预备党员：同意 5 票，反对 0 票，弃权 0 票\n决议：接收徐乐乐为预备党员',
    );
    expect(await chen.says('纪要 1 导出')).toBe(
      [
        '党员大会（会议 1）纪要的 Word 草稿随后发来，以签字的纸质原件为准。',
        '还缺：记录人',
        '请假的 1 人，下个工作日上午会收到议题和决议，用来补学。',
        '草稿在这里再存 30 天，请打印、签字、存档。',
      ].join('\n'),
    );
    const { name, bytes } = await chen.opensFile('记录');
    expect(name).toBe('机关一支部党员大会记录 2026-11-25.docx');
    expect(wordText(bytes)).toEqual([
      '机关一支部党员大会记录',
      '时间',
      '2026年11月25日 15:00 至 16:20',
      '地点',
      '308会议室',
      '主持人',
      '陈志刚',
      '记录人',
      '',
      '应到',
      '9 人',
      '实到',
      '5 人',
      '请假',
      '1 人',
      '未到',
      '3 人',
      '有表决权',
      '8 人（按名单）',
      '其中到会',
      '5 人',
      '形式',
      '',
      '列席',
      '孙海波',
      '缺席：周琪（请假，公差）、吴刚（未到）、罗健（未到）、徐乐乐（未到）',
      '一、议题',
      '1. 学习全会精神',
      '2. 接收徐乐乐为预备党员',
      '二、会议情况',
      '传达学习了全会精神。',
      '三、表决',
      '表决事项',
      '同意',
      '反对',
      '弃权',
      '备注',
      '接收徐乐乐为预备党员',
      '5',
      '0',
      '0',
      '',
      '应到会有表决权 8 人，超过半数为 5 人。票数由计票人清点，以纸质记录为准。',
      '四、决议',
      '接收徐乐乐为预备党员',
      '主持人（签字）：',
      '记录人（签字）：',
    ]);
  });

  it('says nothing of half and more at an election', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const chen = world.person('陈志刚');
    await callMeeting(world, { ...assembly, type: 'electionAssembly', title: '换届大会' });
    await chen.says('纪要 1 表决：选举办法 同意 8 反对 0 弃权 0');
    await chen.says('纪要 1 导出');
    const lines = wordText((await chen.opensFile('换届大会')).bytes);
    expect(lines).toContain('票数由计票人清点，以纸质记录为准。');
    expect(lines.join()).not.toContain('半数');
  });

  it('lets those who were on leave study afterwards, once, and nobody else', async () => {
    const world = await begin({ start: '2026-11-25 15:00', replicas: 2 });
    const { person, goTo } = world;
    await callMeeting(world, assembly);
    await takesLeave(world, 1, 'zhou.qi');
    await person('陈志刚').says('代签 1 林晓棠');
    await person('陈志刚').says('纪要 1 大家都谈了体会\n决议：接收徐乐乐为预备党员');
    await goTo('2026-11-26 09:30');
    expect(await person('周琪').says('补学 1')).toBe(
      '会议 1 没有可以给您看的纪要。纪要写好以后，请假的人会收到。',
    );
    await person('陈志刚').says('纪要 1 导出');
    await goTo('2026-11-26 20:00');
    for (const day of ['11-27', '11-30', '12-01']) await goTo(`2026-${day} 09:30`);
    // A correction later is no reason to send it again, not even when nobody remembers the first time.
    await goTo('2026-12-24 09:30');
    await person('陈志刚').says('纪要 1 导出');
    for (const day of ['2026-12-25', '2027-01-11', '2027-01-12']) await goTo(`${day} 09:30`);
    const told = (name: string): readonly string[] =>
      person(name)
        .messages()
        .map(({ text }) => text)
        .filter((text) => text.startsWith('补学'));
    expect(told('周琪').filter((text) => text !== '补学 1')).toEqual([
      [
        '补学：党员大会（会议 1）',
        '11月25日（周三）您请了假，这里是要点。',
        '议题：',
        '1. 学习全会精神',
        '2. 接收徐乐乐为预备党员',
        '决议：接收徐乐乐为预备党员',
        '[看全文]',
      ].join('\n'),
    ]);
    expect([...told('林晓棠'), ...told('吴刚')]).toEqual([]);
    await person('周琪').taps('补学 1');
    const whole = await person('周琪').sees('这是草稿的要点');
    expect(whole.text).not.toContain('体会');
    expect(await person('林晓棠').says('补学 1')).toContain('决议：接收徐乐乐为预备党员');
    for (const stranger of ['马晓峰', '方一鸣']) {
      expect(await person(stranger).says('补学 1')).toContain('没有可以给您看的纪要');
    }
  });
});

describe('a draft', () => {
  it('goes thirty days after its export; the paper is what stays', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    const { person, goTo } = world;
    await callMeeting(world, assembly);
    await person('陈志刚').says('纪要 1 决议：同意');
    await person('陈志刚').says('纪要 1 导出');
    await goTo('2026-12-25 04:00');
    expect(await person('陈志刚').says('纪要 1 全文')).toContain('同意');
    await goTo('2026-12-26 04:00');
    expect(await person('陈志刚').says('纪要 1 全文')).toBe(
      '会议 1 的纪要草稿已经到期删去，请看存档的纸质原件。',
    );
    expect(await storedOf(world, 1)).not.toContain('同意');
  });

  it('that nobody exported goes a year after the meeting', async () => {
    const world = await begin({ start: '2026-11-25 15:00' });
    await callMeeting(world, assembly);
    await world.person('陈志刚').says('纪要 1 决议：同意');
    await world.goTo('2027-11-25 04:00');
    expect(await storedOf(world, 1)).toContain('同意');
    await world.goTo('2027-11-26 04:00');
    expect(await storedOf(world, 1)).not.toContain('同意');
  });
});
