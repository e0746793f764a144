import * as z from 'zod';
import { freeText, whom } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { noticePreview } from '../../src/notices/notice-preview.ts';
import { sentAnswer } from '../../src/notices/sent-text.ts';

export const sendNotice = defineCommand({
  names: ['通知'],
  summary: '发通知并收回执：先预览，确认后发出；可以定时、加急、带文件和小问题',
  group: '工委工作',
  role: 'committee',
  args: z.object({ audience: whom().describe('发给谁'), text: freeText().describe('内容') }),
  examples: [
    '通知 全体 周五前完成年度党费公示',
    '通知 @机关一支部,#青年 除 书记 明天下午3点开会',
    '通知 @机关一支部 定时 明天9点 请核对名册',
    '通知 书记 加急 今天下班前回电',
    '通知 全体 文件 请看附件',
    '通知 #青年 周六植树 问：能参加吗？能/不能',
  ],
  preview: async (turn, { noticeSending, zone }, typed) =>
    noticePreview(await noticeSending.draft(turn, typed), turn, zone),
  cancelled: (turn, { noticeSending }) => noticeSending.giveUp(turn),
  run: async (turn, { noticeSending, zone }, typed) =>
    sentAnswer(await noticeSending.send(turn, typed), turn, zone),
});
