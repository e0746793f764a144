import * as z from 'zod';
import { closedText, closingPreview } from '../../src/attendance/closing-text.ts';
import { choice, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const closeRoll = defineCommand({
  names: ['考勤'],
  summary: '散会后结束签到，记为开过，给到会的党员记学时',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().describe('会议编号'),
    what: choice(['结束']).describe('结束'),
  }),
  examples: ['考勤 1 结束'],
  preview: async (turn, { attendance }, { number }) =>
    closingPreview(await attendance.beforeClosing(turn, number)),
  run: async (turn, { attendance }, { number }) =>
    closedText(await attendance.close(turn, number), turn.today),
});
