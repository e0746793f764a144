import * as z from 'zod';
import { askedFor, freeText, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { answerCase } from '../../src/flows/case-talk.ts';

export const returnTask = defineCommand({
  names: ['退回'],
  summary: '把交来的任务退回去再办，写明原因',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().describe('编号'),
    words: freeText().optional().meta(askedFor).describe('原因'),
  }),
  examples: ['退回 3 还缺第二部分'],
  run: (turn, services, { number, words = '' }) =>
    answerCase(turn, services, { number, label: '退回', words, word: '任务' }),
});
