import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { stoppedText } from '../../src/meetings/monthly-meetings.ts';

export const stopMonthlyMeeting = defineCommand({
  names: ['停止每月会议'],
  summary: '以后不再每月开这个会；已经通知过的照常',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ number: shortNumber().describe('编号') }),
  examples: ['停止每月会议 1'],
  run: async (turn, { meetings }, { number }) => stoppedText(await meetings.monthly.stop(turn, number)),
});
