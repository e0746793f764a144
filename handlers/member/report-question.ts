import * as z from 'zod';
import { contentId } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const reportQuestion = defineCommand({
  names: ['报错'],
  summary: '告诉编辑刚才那道题有问题',
  group: '学习',
  role: 'member',
  args: z.object({ question: contentId().optional().describe('题目代号') }),
  examples: ['报错'],
  run(turn, { quiz }, { question }) {
    const reported = quiz.report(turn, question);
    if (reported === undefined) return '不知道您说的是哪道题。答题之后直接发“报错”就行。';
    return '已告诉编辑，谢谢您指出来。题目会核对出处后再用。';
  },
});
