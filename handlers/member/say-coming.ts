import * as z from 'zod';
import { onButtons, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { comingAnswer } from '../../src/meetings/reply-text.ts';

export const sayComing = defineCommand({
  names: ['参加'],
  summary: '回复来参加会议',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    round: shortNumber().optional().meta(onButtons).describe('第几次通知'),
  }),
  examples: ['参加', '参加 7'],
  run: async (turn, { meetings }, { number, round }) =>
    comingAnswer(await meetings.sayComing(turn, number, round), turn),
});
