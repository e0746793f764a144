import * as z from 'zod';
import { freeText, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { surveyAnswer } from '../../src/surveys/screen-answer.ts';
import { surveyListText } from '../../src/surveys/survey-list-text.ts';
import { readSurveyWish } from '../../src/surveys/survey-wish.ts';

export const surveys = defineCommand({
  names: ['测评'],
  summary: '匿名评一评工作；截止后看结果',
  group: '我的',
  role: 'member',
  confidential: true,
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    wish: freeText().optional().describe('每题一个字母'),
  }),
  examples: ['测评', '测评 1', '测评 1 ABACA'],
  async run(turn, { surveys: all, contests }, { number, wish: words }) {
    if (number === undefined) return surveyListText(await all.list(turn), turn.today);
    const wish = readSurveyWish(words ?? '');
    contests.talk.putAside(turn);
    return surveyAnswer(await all.take(turn, number, wish), wish.kind, turn.today);
  },
});
