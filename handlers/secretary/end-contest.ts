import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { endedText, endingPreview } from '../../src/contests/ending-text.ts';

export const endContest = defineCommand({
  names: ['结束竞赛', '结束挑战'],
  summary: '提前结束竞赛或挑战并公布结果：先预览，确认后结束',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['结束竞赛 3', '结束挑战 4'],
  preview: async (turn, { contests }, { number }) =>
    endingPreview(await contests.endings.before(turn, number)),
  run: async (turn, { contests }, { number }) => endedText(await contests.endings.end(turn, number)),
});
