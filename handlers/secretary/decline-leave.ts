import * as z from 'zod';
import { shortNumber, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { decidedAnswer } from '../../src/meetings/reply-text.ts';

export const declineLeave = defineCommand({
  names: ['不准假'],
  summary: '不同意一个人的会议请假，请他尽量参加',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ number: shortNumber().describe('会议编号'), who: shortText().describe('姓名') }),
  examples: ['不准假 1 张三'],
  run: async (turn, { meetings }, asked) =>
    decidedAnswer(await meetings.decideLeave(turn, { ...asked, approval: 'declined' }), {
      date: turn.today,
      minute: turn.minute,
    }),
});
