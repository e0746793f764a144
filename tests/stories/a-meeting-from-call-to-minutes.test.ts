import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';

const begin = stories();

describe('a meeting, from the sentence that calls it to the paper that is signed', () => {
  it('is entered once, and everything else follows', async () => {
    const world = await begin({ start: '2026-11-23 10:00', replicas: 2 });
    const { person, goTo } = world;
    const chen = person('陈志刚');
    expect(await chen.says('开会 周三下午3点到4点半 党员大会 308会议室 研究四季度工作')).toContain(
      '应到 9 人',
    );
    expect(await chen.says('确认')).toContain('会议 1');
    await goTo('2026-11-23 10:01');
    await person('林晓棠').says('参加 1');
    expect(await person('周琪').says('请假 1 出差')).toContain('会后纪要写好了，我发给您补学。');

    await goTo('2026-11-25 14:58');
    const code = /签到码 (\d{4})/u.exec(await chen.says('签到码'))?.[1] ?? '';
    for (const name of ['陈志刚', '何雨晴', '林晓棠', '张三', '高美芳', '徐乐乐']) {
      expect(await person(name).says(`签到 ${code}`)).toContain('已签到：党员大会（会议 1），14:58');
    }
    const roll = await chen.says('考勤 1');
    expect(roll).toContain('党员大会 · 应到 9，实到 6（截至 14:58）');
    expect(roll).toContain(
      '有表决权 8（按名单），已到会 5\n表决需半数以上，即 4 人：够了\n请假 1，未到 2：吴刚、罗健',
    );

    await goTo('2026-11-25 16:35');
    await chen.says('纪要 1 主持人：陈志刚\n记录人：何雨晴\n支委会报告了三季度工作，提出四季度安排。');
    await chen.says('纪要 1 决议：同意四季度安排\n任务：张三 12-01前 交学习小结');
    await chen.says('考勤 1 结束');
    expect(await chen.says('确认')).toContain('学时：6 名党员，每人 1.5。');
    expect(await chen.says('纪要 1 导出')).toContain('请假的 1 人，下个工作日上午会收到议题和决议');
    for (const time of ['08:30', '09:30', '09:31']) await goTo(`2026-11-26 ${time}`);
    expect((await person('周琪').sees('补学：党员大会（会议 1）')).text).toContain('决议：同意四季度安排');
    expect(await person('张三').says('任务 1')).toContain('交学习小结');
    expect(await person('徐乐乐').says('学时')).toContain('11-25 三会一课 1.5（会议 1 记）');
    expect(await person('周琪').says('学时')).toContain('2026 年学时：0/32');
    expect(await chen.says('还差什么')).not.toContain('党员大会');
  });
});
