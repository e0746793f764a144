import * as z from 'zod';
import { calendarYear, fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { exportAnswer } from '../../src/exports/export-answer.ts';

export const exportYearBook = defineCommand({
  names: ['导出'],
  summary: '您负责的组织一年的台账：会议和考勤、义务、学时',
  group: '支部工作',
  role: 'secretary',
  args: z.object({ what: fixed('台账'), year: calendarYear().optional().describe('年份') }),
  examples: ['导出 台账 2026', '导出 台账'],
  run: async (turn, { yearBook }, { year }) => exportAnswer(turn, await yearBook.export(turn, year)),
});
