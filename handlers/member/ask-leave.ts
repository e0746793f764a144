import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { leaveAnswer } from '../../src/meetings/reply-text.ts';

export const askLeave = defineCommand({
  names: ['请假'],
  summary: '会议请假；原因只记公差、事假或其他，由书记答复',
  group: '会议和通知',
  role: 'member',
  args: z.object({ words: freeText().optional().describe('编号或日期，和原因') }),
  examples: ['请假 7 出差', '请假 出差', '请假 明天 出差'],
  run: async (turn, { meetings }, { words = '' }) => leaveAnswer(await meetings.askLeave(turn, words), turn),
});
