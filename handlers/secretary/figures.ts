import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { monthText, todayText } from '../../src/figures/figures-text.ts';
import { branchAnswer } from '../../src/pictures/branch-picture.ts';

export const figures = defineCommand({
  names: ['统计'],
  summary: '本支部今天或本月的数字，不列名字',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ form: choice(['今天', '本月', '图', '图片']).optional().describe('今天、本月或图') }),
  examples: ['统计', '统计 本月', '统计 图'],
  async run(turn, services, { form }) {
    if (form === '图' || form === '图片') return branchAnswer(turn, services);
    if (form === '本月') return monthText(await services.figures.month(turn), turn);
    return todayText(await services.figures.today(turn), turn);
  },
});
