import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { readNumbered } from '../../src/meetings/read-numbered.ts';
import { leaveAnswer } from '../../src/meetings/reply-text.ts';

export const askLeave = defineCommand({
  names: ['请假'],
  summary: '会议请假；原因只记公差、事假或其他，由书记答复',
  group: '会议和通知',
  role: 'member',
  args: z.object({ words: freeText().optional().describe('编号和原因') }),
  examples: ['请假 7 出差', '请假 出差'],
  async run(turn, { meetings }, { words = '' }) {
    const { number, rest } = readNumbered(words);
    return leaveAnswer(await meetings.askLeave(turn, number, rest), turn);
  },
});
