import * as z from 'zod';
import { freeText, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { changePreview } from '../../src/notices/notice-preview.ts';
import { changedText } from '../../src/notices/sent-text.ts';

export const changeNotice = defineCommand({
  names: ['改通知'],
  summary: '改一条定了时间、还没发出的通知的内容或时间',
  group: '工委工作',
  role: 'committee',
  args: z.object({ number: shortNumber().describe('编号'), text: freeText().describe('新的内容或时间') }),
  examples: ['改通知 3 周五前完成年度党费公示', '改通知 3 定时 后天9点'],
  preview: async (turn, { noticeChanging, zone }, { number, text }) =>
    changePreview(await noticeChanging.prepare(turn, number, text), turn, zone),
  run: async (turn, { noticeChanging, zone }, { number, text }) =>
    changedText(await noticeChanging.change(turn, number, text), turn, zone),
});
