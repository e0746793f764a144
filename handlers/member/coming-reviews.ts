import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { missedPaperLine } from '../../src/papers/missed-paper.ts';
import { comingText } from '../../src/quiz/quiz-cards.ts';

export const comingReviews = defineCommand({
  names: ['错题', '错题本'],
  summary: '看哪些错题会再问您，什么时候',
  group: '学习',
  role: 'member',
  args: z.object({}),
  examples: ['错题'],
  async run(turn, { quiz, papers }) {
    const [coming, tests] = await Promise.all([quiz.coming(turn), papers.list(turn)]);
    const missed = missedPaperLine(tests);
    return [comingText(coming, turn.today), ...(missed === undefined ? [] : [missed])].join('\n');
  },
});
