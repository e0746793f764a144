import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { nudgedText } from '../../src/notices/nudge-text.ts';

export const nudge = defineCommand({
  names: ['催办'],
  summary: '只提醒收到通知还没确认的人，最多三次',
  group: '工委工作',
  role: 'committee',
  args: z.object({ number: shortNumber().describe('编号') }),
  examples: ['催办 3'],
  run: async (turn, { noticeNudging, zone }, { number }) =>
    nudgedText(await noticeNudging.nudge(turn, number), turn, zone),
});
