import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { noticeListText, receiptsText } from '../../src/notices/notice-cards.ts';

export const receipts = defineCommand({
  names: ['回执'],
  summary: '看一条通知多少人确认了，谁没有送到和为什么；不带编号列出最近的通知',
  group: '工委工作',
  role: 'committee',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['回执 3', '回执'],
  async run(turn, { notices }, { number }) {
    if (number === undefined) return noticeListText(await notices.latest(10), turn.today);
    const found = await notices.receipts(number);
    if (found === undefined) return `没有第 ${number} 号通知。发“回执”看最近的。`;
    return receiptsText(found.notice, found.figures, { date: turn.today, minute: turn.minute });
  },
});
