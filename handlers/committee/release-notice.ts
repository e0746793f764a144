import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { releasedAnswer } from '../../src/notices/released-text.ts';

export const releaseNotice = defineCommand({
  names: ['放行'],
  summary: '放行另一位工委成员写的通知（设置了两人放行时才用）',
  group: '工委工作',
  role: 'committee',
  args: z.object({ number: shortNumber().describe('编号') }),
  examples: ['放行 3'],
  run: async (turn, { noticeReleasing, zone }, { number }) =>
    releasedAnswer(number, await noticeReleasing.release(turn, number), turn.today, zone),
});
