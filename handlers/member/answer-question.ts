import * as z from 'zod';
import { contentId, onButtons, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { Refusal } from '../../src/errors.ts';
import { studyLeft } from '../../src/morning/other-half.ts';
import { howToAnswer } from '../../src/quiz/asking-card.ts';
import { outcomeAnswer } from '../../src/quiz/outcome-answer.ts';
import { allDoneText, questionCard } from '../../src/quiz/quiz-cards.ts';

export const answerQuestion = defineCommand({
  names: ['答题', '每日一题', '做题'],
  summary: '做今天的一题，再做该复习的错题；自愿，成绩只有您看到',
  group: '学习',
  role: 'member',
  args: z.object({
    answer: shortText().optional().describe('答案'),
    question: contentId().optional().meta(onButtons).describe('题目代号'),
    item: contentId().optional().meta(onButtons).describe('内容代号'),
  }),
  examples: ['答题', '答题 B', '答题 ACD'],
  async run(turn, { quiz, study, papers, contests, surveys, library }, { answer, question, item: itemId }) {
    if (answer === undefined) {
      const next = await quiz.next(turn);
      if (next.outcome === 'allDone') return allDoneText(next, turn.today);
      papers.putAside(turn);
      contests.talk.putAside(turn);
      surveys.putAside(turn);
      return { card: questionCard(next.question, next.occasion) };
    }
    const said = outcomeAnswer(await quiz.answer(turn, answer, question));
    if (said === undefined) {
      const waiting = quiz.waiting(turn);
      if (waiting === undefined) throw new Refusal('现在没有等您回答的题。发“答题”看题。');
      throw new Refusal(`没有看懂“${answer}”是哪个答案。${howToAnswer(waiting)}。`);
    }
    const item = library.studyItems.find(({ id }) => id.toLowerCase() === itemId);
    if (typeof said === 'string' || !('closing' in said)) return said;
    return { ...said, closing: await studyLeft(turn, study, item, said.closing) };
  },
});
