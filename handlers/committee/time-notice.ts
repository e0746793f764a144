import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { noticePreview } from '../../src/notices/notice-preview.ts';
import { sentAnswer } from '../../src/notices/sent-text.ts';

export const timeNotice = defineCommand({
  names: ['定时'],
  summary: '把正在预览的通知改成到时候发',
  group: '工委工作',
  role: 'committee',
  args: z.object({ when: freeText().describe('时间') }),
  examples: ['定时 明天9点', '定时 11月25日 下午3点'],
  preview: async (turn, { noticeSending, zone }, { when }) =>
    noticePreview(await noticeSending.redraft(turn, when), turn, zone),
  cancelled: (turn, { noticeSending }) => noticeSending.giveUp(turn),
  run: async (turn, { noticeSending, zone }, { when }) =>
    sentAnswer(await noticeSending.resend(turn, when), turn, zone),
});
