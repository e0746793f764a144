import * as z from 'zod';
import { choice, contentId } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { Refusal } from '../../src/errors.ts';
import { bankQuestionText, bankText } from '../../src/quiz/question-bank-text.ts';

export const questionBank = defineCommand({
  names: ['题库'],
  summary: '看哪些题被报错、哪些题多数人答错；带代号看一题',
  group: '工委工作',
  role: 'committee',
  args: z.object({
    question: contentId().optional().describe('题目代号'),
    done: choice(['已处理']).optional().describe('已处理'),
  }),
  examples: ['题库', '题库 q08', '题库 q08 已处理'],
  async run(turn, { questionBank: bank }, { question: id, done }) {
    if (id === undefined) return bankText(bank.size, await bank.reported(), await bank.hardest(4));
    const question = bank.find(id);
    if (question === undefined) throw new Refusal(`题库里没有“${id}”。发“题库”看最该看的几题。`);
    if (done === undefined) {
      const [figures, remarks] = await Promise.all([bank.figures(question), bank.remarks(question)]);
      return bankQuestionText(question, figures, remarks);
    }
    bank.settle(turn.work, question);
    return `已把 ${question.id} 的报错记为处理过。`;
  },
});
