import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { allDutiesExport } from '../../src/duties/all-duties-export.ts';
import { exportAnswer } from '../../src/exports/export-answer.ts';

export const exportDuties = defineCommand({
  names: ['导出'],
  summary: '您下面的组织本季还差的事项，只列组织，不列人',
  group: '支部工作',
  role: 'secretary',
  args: z.object({ what: fixed('还差什么') }),
  examples: ['导出 还差什么'],
  run: async (turn, { duties }) => exportAnswer(turn, allDutiesExport(await duties.all(turn), turn)),
});
