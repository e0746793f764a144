import * as z from 'zod';
import { contentId } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { Refusal } from '../../src/errors.ts';
import { solvedQuestionText } from '../../src/quiz/quiz-cards.ts';
import { itemText } from '../../src/study/study-cards.ts';

export const readItem = defineCommand({
  names: ['看'],
  summary: '打开搜索或列表里的一条内容或一道题',
  group: '学习',
  role: 'member',
  args: z.object({ item: contentId().describe('内容代号') }),
  examples: ['看 k01'],
  run(_turn, { library, questionBank }, { item }) {
    const found = library.studyItems.find(({ id }) => id.toLowerCase() === item);
    if (found !== undefined) return { markdown: itemText(found) };
    const question = questionBank.find(item);
    if (question !== undefined) return solvedQuestionText(question);
    throw new Refusal(`没有代号是“${item}”的内容。发“学习 列表”看最近的，或发“搜索 词”。`);
  },
});
