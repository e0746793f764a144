import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { recalledText, recallPreview } from '../../src/notices/recall-text.ts';

export const recall = defineCommand({
  names: ['撤回'],
  summary: '撤回一条 24 小时内的通知和它的催办；没发出的，取消它',
  group: '工委工作',
  role: 'committee',
  args: z.object({ number: shortNumber().describe('编号') }),
  examples: ['撤回 3'],
  preview: async (turn, { noticeRecalling }, { number }) =>
    recallPreview(await noticeRecalling.plan(turn, number)),
  run: async (turn, { noticeRecalling }, { number }) =>
    recalledText(await noticeRecalling.recall(turn, number)),
});
