import * as z from 'zod';
import { rollExport } from '../../src/attendance/roll-export.ts';
import { fixed, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { exportAnswer } from '../../src/exports/export-answer.ts';

export const exportRoll = defineCommand({
  names: ['导出'],
  summary: '一次会议的考勤表格，第二张表总是缺席名单；上级的只有各单位人数',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ what: fixed('考勤'), number: shortNumber().describe('会议编号') }),
  examples: ['导出 考勤 1'],
  run: async (turn, { attendance }, { number }) =>
    exportAnswer(turn, rollExport(await attendance.view(turn, number), turn)),
});
