import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { joinedAnswer } from '../../src/contests/room-answers.ts';

export const joinContest = defineCommand({
  names: ['加入', '加入竞赛'],
  summary: '加入现场竞赛，自愿；只有一场时不用写编号',
  group: '学习',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['加入 3', '加入'],
  run: async (turn, { contests }, { number }) => joinedAnswer(await contests.join(turn, number)),
});
