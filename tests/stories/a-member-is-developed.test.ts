import { describe, expect, it } from 'vitest';
import { stories } from '../support/stories.ts';
import type { World } from '../support/world.ts';
import { dialogue, quietLibrary, remindersOn } from './a-dialogue.ts';

const begin = stories();
const library = await quietLibrary();

describe('the development of a member', () => {
  it('goes through twenty-five steps, each with its clock, from the application to the archive', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    const { goTo } = world;
    expect(await say('陈志刚', '发展党员 方一鸣')).toBe(
      [
        '发展党员 1：方一鸣',
        '现在：1/25 递交入党申请书（机关一支部）。',
        '弄错了，10 分钟内发“撤销”。看进展发“事项 1”。',
      ].join('\n'),
    );
    await say('陈志刚', '完成 1');
    expect(await say('陈志刚', '11-10')).toBe(
      [
        '发展党员 1 · 2/25 派人谈话',
        '已完成：递交入党申请书',
        '方一鸣',
        '完成：11月10日（周二）',
        '收到申请书后一个月内，派人同申请人谈话。只记日期，不记谈了什么。',
        '期限：12月10日（周四）前',
        '依据：发展党员工作细则第七条',
        '[完成] [终止] [看经过]',
      ].join('\n'),
    );
    expect(await remindersOn(world, '2026-12-03', '陈志刚')).toEqual([
      expect.stringContaining('发展党员 1 还有 7 天到期'),
    ]);
    // Other officers may do it as well; nobody else sees it but the applicant.
    expect(await say('何雨晴', '完成 1')).toContain('3/25 推荐和确定积极分子');
    expect(await say('方一鸣', '事项 1')).toContain('3/25 推荐和确定积极分子');
    expect(await say('方一鸣', '完成 1')).toContain('还不能完成');
    expect(await say('林晓棠', '事项 1')).toContain('没有您的第 1 号事项');

    await goTo('2026-12-10 10:00');
    expect(await say('陈志刚', '完成 1 今天')).toContain('接下来：4/25 积极分子备案（云溪市数据局机关党委）');
    expect(await say('陈志刚', '备案 1')).toContain('还不能备案');
    expect(await say('孙海波', '备案 1')).toContain('接下来：5/25 指定培养联系人（机关一支部）');
    expect(await say('陈志刚', '完成 1 3')).toContain('联系人人数要在 1 到 2 之间。');
    expect(await say('陈志刚', '完成 1 2')).toContain('6/25 培养教育考察');

    // Every half year, and once more when it was done.
    expect(await remindersOn(world, '2027-06-10', '陈志刚')).toEqual([
      expect.stringContaining('发展党员 1：又到了记考察的时候'),
    ]);
    expect(await say('陈志刚', '记考察 1')).toContain('6/25 培养教育考察');
    expect(await say('陈志刚', '完成 1')).toContain('7/25 确定发展对象');
    // A year as an activist, from the day of step 3, and not a day less.
    await goTo('2027-12-09 10:00');
    expect(await say('何雨晴', '完成 1')).toBe(
      '发展党员 1 的“确定发展对象”最早明天（周五）才能办。\n依据：发展党员工作细则第十三条',
    );
    await goTo('2027-12-10 10:00');
    expect(await say('何雨晴', '完成 1')).toContain('8/25 发展对象备案');
    await say('孙海波', '备案 1');
    expect(await say('何雨晴', '完成 1 1')).toContain('介绍人人数是 2。');
    expect(await say('何雨晴', '完成 1 2')).toContain('10/25 政治审查');
    await say('何雨晴', '完成 1');
    expect(await say('何雨晴', '完成 1')).toContain('请选培训');
    expect(await say('何雨晴', '三天以上')).toContain('12/25 支委会审查');
    await say('何雨晴', '完成 1');
    await say('孙海波', '合格 1');
    expect(await say('何雨晴', '完成 1')).toContain('15/25 支部大会讨论接收');
    expect(await say('何雨晴', '通过 1 2027-12-10 2027-12-10')).toContain(
      '接下来：16/25 上级党委派人谈话（云溪市数据局机关党委），2028年3月10日（周五）前。',
    );
    await say('孙海波', '完成 1');
    // Three months for the approval; when six are over, the committee of the city hears of it.
    expect((await remindersOn(world, '2028-03-13', '孙海波')).join('\n')).toContain(
      '发展党员 1 过了期限 3 天',
    );
    expect((await remindersOn(world, '2028-06-12', '钱文静')).join('\n')).toContain(
      '只告诉有关负责人，没有公开',
    );
    expect(await say('李素云', '批准 1')).toContain('18/25 组织部门备案');
    await say('李素云', '备案 1');
    await say('高美芳', '完成 1');
    expect(await say('高美芳', '完成 1')).toContain('21/25 继续教育考察');
    // Probation is a year from the vote of step 15, not from the approval: it is over already.
    await goTo('2028-12-09 10:00');
    expect(await say('高美芳', '期满 1')).toContain('最早明天（周日）才能办');
    await goTo('2028-12-10 10:00');
    expect(await say('高美芳', '期满 1')).toContain('22/25 提出转正申请');
    await say('高美芳', '完成 1');
    expect(await say('高美芳', '转正 1 今天 今天')).toContain('24/25 上级党委审批转正');
    expect(await say('李素云', '批准 1')).toContain('接下来：25/25 材料归档（机关一支部）');
    expect(await say('高美芳', '完成 1')).toBe('已完成：发展党员 1 方一鸣\n这件事办完了。');
    const course = await say('陈志刚', '事项 1 经过');
    expect(course.split('\n').length).toBeLessThanOrEqual(12);
    expect(course).toContain('（更早的 18 次，发“事项 1 经过 2”）');
    expect(course).toContain('06-12 11:00 高美芳 · 入党宣誓 完成');
    expect(await say('高美芳', '事项 1 经过 3')).toContain('2026-11-20 陈志刚 · 发起');
    expect(await say('高美芳', '事项 1 经过 4')).toContain('经过没有第 4 页');
  });

  it('extends the probation once, by half a year to a year', async () => {
    const world = await begin({ library });
    const say = dialogue(world);
    await upToProbation(world);
    await world.goTo('2027-12-01 10:00');
    await say('陈志刚', '期满 1');
    await say('陈志刚', '完成 1');
    expect(await say('陈志刚', '延长 1 2028-05-19')).toContain(
      '延长日期要在2028年5月20日（周六）到2028年11月20日（周一）之间',
    );
    expect(await say('陈志刚', '延长 1 2028-05-20')).toContain('发展党员 1 · 延长预备期');
    await world.goTo('2028-05-20 10:00');
    expect(await say('陈志刚', '期满 1')).toContain('发展党员 1 · 延长后讨论转正');
    expect(await say('陈志刚', '延长 1 2029-01-01')).toContain('还不能延长');
    expect(await say('陈志刚', '转正 1 今天 今天')).toContain('接下来：24/25 上级党委审批转正');
  });

  it('ends when the branch meeting does not admit, and when somebody withdraws', async () => {
    const say = dialogue(await begin({ library }));
    expect(await say('陈志刚', '发展党员 林晓棠')).toBe(
      '林晓棠是正式党员，发展党员只办群众、入党积极分子、预备党员的。发“成员”看都有谁。',
    );
    await say('陈志刚', '发展党员 任涛');
    expect(await say('马晓峰', '发展党员 任涛')).toContain('发展党员 1：任涛');
    expect(await say('马晓峰', '终止 1')).toContain('请选终止原因');
    expect(await say('马晓峰', '本人撤回')).toContain('这件事办完了。');
    expect(await say('马晓峰', '完成 1')).toContain('已结束');
  });

  it('goes another way although a question waits for its answer', async () => {
    const say = dialogue(await begin({ library }));
    await say('陈志刚', '发展党员 方一鸣');
    expect(await say('陈志刚', '完成 1')).toContain('请选申请日期');
    expect(await say('陈志刚', '大概')).toBe('没有看懂申请日期是哪一天：“大概”。例如：事项 1 完成 今天');
    expect(await say('陈志刚', '完成 1 11-01')).toContain('发展党员 1 · 2/25 派人谈话');
    await say('陈志刚', '完成 1');
    expect(await say('陈志刚', '完成 1')).toContain('请选确定积极分子日期');
    expect(await say('陈志刚', '终止 1')).toContain('请选终止原因');
    expect(await say('陈志刚', '终止 1 本人撤回')).toContain('这件事办完了。');
  });
});

/** Steps 1 to 20 in one go, for a branch that begins to use the tracker in the middle. */
async function upToProbation(world: World): Promise<void> {
  const say = dialogue(world);
  await say('陈志刚', '发展党员 方一鸣');
  for (const line of ['完成 1 2025-05-10', '完成 1 2025-05-20', '完成 1 2025-11-01'])
    await say('陈志刚', line);
  await say('孙海波', '备案 1');
  for (const line of ['完成 1 2', '完成 1', '完成 1']) await say('陈志刚', line);
  await say('孙海波', '备案 1');
  for (const line of ['完成 1 2', '完成 1', '完成 1 三天以上', '完成 1']) await say('何雨晴', line);
  await say('孙海波', '合格 1');
  for (const line of ['完成 1', '通过 1 今天 今天']) await say('何雨晴', line);
  for (const line of ['完成 1', '批准 1', '备案 1']) await say('孙海波', line);
  for (const line of ['完成 1', '完成 1']) await say('何雨晴', line);
}
