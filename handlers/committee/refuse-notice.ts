import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { releasedAnswer } from '../../src/notices/released-text.ts';

export const refuseNotice = defineCommand({
  names: ['不放行'],
  summary: '不放行另一位工委成员写的通知，它就不发了',
  group: '工委工作',
  role: 'committee',
  args: z.object({ number: shortNumber().describe('编号') }),
  examples: ['不放行 3'],
  run: async (turn, { noticeReleasing, zone }, { number }) =>
    releasedAnswer(number, await noticeReleasing.refuse(turn, number), turn.today, zone),
});
