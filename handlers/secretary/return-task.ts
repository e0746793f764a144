import * as z from 'zod';
import { askedFor, freeText, onlyOne, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { answerCase } from '../../src/flows/case-talk.ts';
import { onlyTask } from '../../src/flows/only-task.ts';

export const returnTask = defineCommand({
  names: ['退回'],
  summary: '把交来的任务退回去再办，写明原因',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().optional().meta(onlyOne).describe('编号'),
    words: freeText().optional().meta(askedFor).describe('原因'),
  }),
  examples: ['退回 3 还缺第二部分', '退回'],
  async run(turn, services, { number, words = '' }) {
    const only = number ?? onlyTask(await services.cases.waiting(turn), '退回');
    return answerCase(turn, services, { number: only, label: '退回', words, word: '任务' });
  },
});
