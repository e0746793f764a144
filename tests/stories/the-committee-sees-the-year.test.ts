import { describe, expect, it } from 'vitest';
import type { SimulatedUser } from '../../src/simulator/user/simulated-user.ts';
import { stories } from '../support/stories.ts';

const begin = stories();

async function confirmed(who: SimulatedUser, line: string): Promise<void> {
  await who.says(line);
  await who.says('确认');
}

describe('统计 全部', () => {
  it('counts what was issued, asked and answered this year, and what is still open by its age', async () => {
    const { person, settle, goTo } = await begin();
    const qian = person('钱文静');
    const chen = person('陈志刚');
    expect(await qian.says('统计 全部')).toBe(
      [
        '全部单位 · 2026 年（截至 9:00）',
        '通知：发出 0 条',
        '还在办：0 件',
        '每个单位的会议和学时，发“导出 台账”。',
      ].join('\n'),
    );

    await confirmed(qian, '通知 全体 周五前完成年度党费公示');
    await confirmed(qian, '通知 书记 请核对名册');
    await confirmed(chen, '请示 关于增补支部委员的请示');
    await confirmed(chen, '请示 关于组织生活会的请示');
    await chen.says('交办 张三 12-01 写出支部学习小结');
    await settle();
    await qian.says('撤回 2');
    await qian.says('确认');

    await goTo('2026-11-24 09:00');
    await person('孙海波').says('同意 1');
    await goTo('2026-12-04 09:00');
    const said = await qian.says('统计 全部');
    expect(said).toBe(
      [
        '全部单位 · 2026 年（截至 9:00）',
        '通知：发出 1 条',
        '任务：今年新办 1 件，办结 0 件',
        '请示：今年新办 2 件，办结 1 件，一半在 4 天内办完',
        '还在办：2 件（一个月内开始的 2）',
        '每个单位的会议和学时，发“导出 台账”。',
      ].join('\n'),
    );
    expect(await chen.says('统计 全部')).toContain('机关工委');
  });
});
