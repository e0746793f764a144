import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { monthlyListText } from '../../src/meetings/monthly-meetings.ts';

export const monthlyMeetings = defineCommand({
  names: ['每月会议'],
  summary: '看每月固定开的会',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({}),
  examples: ['每月会议'],
  run: async (turn, { meetings }) => monthlyListText(await meetings.monthly.list(turn)),
});
