import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { reportedText } from '../../src/quiz/quiz-cards.ts';

export const reportQuestion = defineCommand({
  names: ['报错'],
  summary: '告诉编辑刚才那道题有问题；可以写上哪里不对，不带您的名字',
  group: '学习',
  role: 'member',
  args: z.object({ words: freeText().optional().describe('哪里不对') }),
  examples: ['报错', '报错 答案和条例不一致', '报错 q08'],
  run: (turn, { quiz }, { words = '' }) => reportedText(quiz.report(turn, words)),
});
