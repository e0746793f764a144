import * as z from 'zod';
import { rollExport } from '../../src/attendance/roll-export.ts';
import { fixed, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { exportAnswer } from '../../src/exports/export-answer.ts';

export const exportRoll = defineCommand({
  names: ['导出'],
  summary: '一次会议的考勤表格，第二张表总是缺席名单',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ what: fixed('考勤'), number: shortNumber().describe('会议编号') }),
  examples: ['导出 考勤 1'],
  async run(turn, { attendance }, { number }) {
    const exported = rollExport(await attendance.view(turn, number), turn);
    if (exported !== undefined) return exportAnswer(turn, exported);
    return `会议 ${number} 没有可以给您的名单：名单只给开会的组织自己的负责人，存一年。\n看人数发“考勤 ${number}”。`;
  },
});
