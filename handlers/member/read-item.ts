import * as z from 'zod';
import { word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { basisText } from '../../src/duties/basis-text.ts';
import { dutyTitled } from '../../src/duties/duty-documents.ts';
import { Refusal } from '../../src/errors.ts';
import { solvedQuestionText } from '../../src/quiz/quiz-cards.ts';
import { itemText, nothingToReadText } from '../../src/study/study-cards.ts';

export const readItem = defineCommand({
  names: ['看'],
  summary: '打开搜索或列表里的一条内容、规定或题目',
  group: '学习',
  role: 'member',
  args: z.object({ item: word().describe('内容代号或规定名称') }),
  examples: ['看 k01', '看 主题党日'],
  run(turn, { library, questionBank }, { item }) {
    const found = library.studyItems.find(({ id }) => id.toLowerCase() === item);
    if (found !== undefined) return { markdown: itemText(found) };
    const question = questionBank.find(item);
    if (question !== undefined) return solvedQuestionText(question);
    const duty = dutyTitled(library.duties, turn.today, item);
    if (duty !== undefined) return basisText(duty);
    throw new Refusal(nothingToReadText(item));
  },
});
