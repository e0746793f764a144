import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { waitingText } from '../../src/notices/notice-list-text.ts';
import { noticeText } from '../../src/notices/notice-text.ts';

export const waitingNotices = defineCommand({
  names: ['通知'],
  summary: '看还没有确认的通知；带编号看那一条的全文',
  group: '会议和通知',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['通知', '通知 2'],
  async run(turn, { notices, zone }, { number }) {
    if (number === undefined) return waitingText(await notices.waiting(turn));
    const seen = await notices.read(turn, number);
    if (seen === undefined) return `没有发给您的第 ${number} 号通知。发“通知”看还没有确认的。`;
    return seen === 'recalled' ? `通知 ${number} 已经撤回了。` : noticeText(seen, turn, zone);
  },
});
