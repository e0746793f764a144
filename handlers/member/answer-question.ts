import { z } from 'zod';
import { contentId, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { Refusal } from '../../src/errors.ts';
import { allDoneText, questionCard } from '../../src/quiz/quiz-cards.ts';
import { outcomeAnswer } from '../../src/quiz/outcome-answer.ts';

export const answerQuestion = defineCommand({
  names: ['答题', '每日一题'],
  summary: '做今天的一题，再做该复习的错题；自愿，成绩只有您看到',
  group: '学习',
  role: 'member',
  args: z.object({
    answer: shortText().optional().describe('答案'),
    question: contentId().optional().describe('题目代号'),
  }),
  examples: ['答题', '答题 B', '答题 ACD'],
  async run(turn, { quiz }, { answer, question }) {
    if (answer === undefined) {
      const next = await quiz.next(turn);
      return next.outcome === 'question'
        ? { card: questionCard(next.question, next.occasion) }
        : allDoneText(next, turn.today);
    }
    const outcome = await quiz.answer(turn, answer, question);
    const said = outcomeAnswer(outcome);
    if (said === undefined)
      throw new Refusal(`没有看懂“${answer}”是哪个答案，或现在没有等您回答的题。\n发“答题”看题。`);
    return said;
  },
});
