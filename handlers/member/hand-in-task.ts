import * as z from 'zod';
import { freeText, onlyOne, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { onlyTask } from '../../src/flows/only-task.ts';
import { answerCase } from '../../src/flows/case-talk.ts';

export const handInTask = defineCommand({
  names: ['办结', '办好了', '办完了'],
  summary: '交一件办好的任务，可以写一句说明',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().meta(onlyOne).describe('编号'),
    words: freeText().optional().describe('说明'),
  }),
  examples: ['办结 1 小结已经写好', '办结'],
  async run(turn, services, { number, words = '' }) {
    const only = number ?? onlyTask(await services.cases.waiting(turn), '办结');
    return answerCase(turn, services, { number: only, label: '办结', words, word: '任务' });
  },
});
