import * as z from 'zod';
import { choice, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { answersText } from '../../src/notices/answers-text.ts';
import { byBranchText } from '../../src/notices/by-branch-text.ts';
import { noticeListText } from '../../src/notices/notice-list-text.ts';
import { receiptsCard } from '../../src/notices/receipts-card.ts';

export const receipts = defineCommand({
  names: ['回执'],
  summary: '看一条通知多少人确认了，没送到的为什么；书记看本支部的',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    detail: choice(['单位', '答复']).optional().describe('单位或答复'),
  }),
  examples: ['回执 3', '回执 3 单位', '回执 3 答复', '回执'],
  async run(turn, { notices, noticeReceipts, zone }, { number, detail }) {
    if (number === undefined) return noticeListText(await notices.latest(turn, 10), turn.today, zone);
    const seen = await noticeReceipts.of(turn, number);
    if (seen === undefined) return `没有第 ${number} 号通知，或者没有发给您这里的人。发“回执”看最近的。`;
    if (detail === '单位') return byBranchText(seen, turn);
    return detail === '答复' ? answersText(seen, turn) : { card: receiptsCard(seen, turn, zone) };
  },
});
