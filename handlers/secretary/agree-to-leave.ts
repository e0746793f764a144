import * as z from 'zod';
import { freeText, shortNumber, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { decidedAnswer } from '../../src/meetings/reply-text.ts';

export const agreeToLeave = defineCommand({
  names: ['准假'],
  summary: '同意会议请假；开会以后也用它补记没来得及请的假，原因只记公差、事假或其他',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().describe('会议编号'),
    who: shortText().describe('姓名'),
    reason: freeText().optional().describe('原因'),
  }),
  examples: ['准假 1 张三', '准假 1 张三 出差'],
  run: async (turn, { meetings }, asked) =>
    decidedAnswer(await meetings.decideLeave(turn, { ...asked, approval: 'agreed' }), {
      date: turn.today,
      minute: turn.minute,
    }),
});
