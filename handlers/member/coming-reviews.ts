import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { comingText } from '../../src/quiz/quiz-cards.ts';

export const comingReviews = defineCommand({
  names: ['错题', '错题本'],
  summary: '看哪些错题会再问您，什么时候',
  group: '学习',
  role: 'member',
  args: z.object({}),
  examples: ['错题'],
  run: async (turn, { quiz }) => comingText(await quiz.coming(turn), turn.today),
});
