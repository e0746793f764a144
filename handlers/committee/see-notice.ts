import * as z from 'zod';
import { choice, fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { noticeCard, sampleCard } from '../../src/notices/notice-cards.ts';

export const seeNotice = defineCommand({
  names: ['通知'],
  summary: '看正在预览的通知，收到的人看到什么样',
  group: '工委工作',
  role: 'committee',
  args: z.object({
    what: fixed('样子'),
    form: choice(['卡片', '文字版', '收到', '看全文']).describe('卡片或文字版'),
  }),
  examples: ['通知 样子 卡片', '通知 样子 文字版'],
  async run(turn, { noticeSending }, { form }) {
    // The buttons of the sample itself.
    if (form === '收到' || form === '看全文') return '这是给您看的样子，还没有发出，点了没有作用。';
    const { notice } = await noticeSending.waiting(turn);
    return form === '卡片' ? { card: sampleCard(notice) } : { card: noticeCard(notice), form: 'text' };
  },
});
