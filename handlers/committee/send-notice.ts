import * as z from 'zod';
import { freeText, whom } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { acceptedText, previewCard } from '../../src/notices/notice-preview.ts';

export const sendNotice = defineCommand({
  names: ['通知'],
  summary: '发通知并收回执：先预览，确认后发出',
  group: '工委工作',
  role: 'committee',
  args: z.object({ audience: whom().describe('发给谁'), text: freeText().describe('内容') }),
  examples: [
    '通知 全体 周五前完成年度党费公示',
    '通知 @机关一支部 明天下午3点开会',
    '通知 #青年 周六上午志愿服务',
    '通知 书记 请核对名册',
  ],
  preview: async (turn, { notices, zone }, { audience, text }) =>
    previewCard(await notices.prepare(turn, audience, text), turn, zone),
  async run(turn, { notices }, { audience, text }) {
    const prepared = await notices.prepare(turn, audience, text);
    return acceptedText(await notices.send(turn, prepared), prepared, turn);
  },
});
