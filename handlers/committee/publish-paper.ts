import * as z from 'zod';
import { freeText, knownBy, shortText, whom, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { publishedText, publishPreview } from '../../src/papers/publish-preview.ts';
import { isDayWord } from '../../src/time/spoken/is-day-word.ts';

export const publishPaper = defineCommand({
  names: ['发布测试'],
  summary: '从题库出一份测试，每人的题不同：先预览，确认后发布',
  group: '工委工作',
  role: 'committee',
  args: z.object({
    name: shortText().describe('名称'),
    audience: whom().describe('发给谁'),
    from: word().meta(knownBy(isDayWord)).describe('开始日期'),
    until: word().meta(knownBy(isDayWord)).describe('结束日期'),
    options: freeText().describe('题数和要求'),
  }),
  examples: [
    '发布测试 季度测试 全体 12-01 12-10 20题',
    '发布测试 换届知识 @机关一支部 今天 12-10 10题 换届6 及格80 2次 30分钟',
    '发布测试 年终测试 书记 12-01 12-10 20题 单选12 多选4 判断4 记名',
  ],
  preview: async (turn, { publishing, zone }, typed) =>
    publishPreview(await publishing.prepare(turn, typed), turn, zone),
  async run(turn, { publishing, zone }, typed) {
    const prepared = await publishing.prepare(turn, typed);
    return publishedText(await publishing.publish(turn, prepared), prepared, turn, zone);
  },
});
