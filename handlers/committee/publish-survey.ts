import * as z from 'zod';
import { knownBy, whom, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { surveyPreview, surveyPublishedText } from '../../src/surveys/publish-preview.ts';
import { isDayWord } from '../../src/time/spoken/is-day-word.ts';

export const publishSurvey = defineCommand({
  names: ['发布测评'],
  summary: '发一份匿名测评，评工作不评人：先预览，确认后发布',
  group: '工委工作',
  role: 'committee',
  args: z.object({
    name: word().describe('名称'),
    audience: whom().describe('发给谁'),
    from: word().meta(knownBy(isDayWord)).describe('开始日期'),
    until: word().meta(knownBy(isDayWord)).describe('结束日期'),
  }),
  examples: ['发布测评 机关作风满意度 全体 12-01 12-10'],
  preview: async (turn, { surveyPublishing, zone }, typed) =>
    surveyPreview(await surveyPublishing.prepare(turn, typed), turn, zone),
  async run(turn, { surveyPublishing, zone }, typed) {
    const prepared = await surveyPublishing.prepare(turn, typed);
    return surveyPublishedText(await surveyPublishing.publish(turn, prepared), prepared, turn, zone);
  },
});
