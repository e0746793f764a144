import * as z from 'zod';
import { freeText, onlyOne, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { answerCase } from '../../src/flows/case-talk.ts';
import { onlyTask } from '../../src/flows/only-task.ts';

export const verifyTask = defineCommand({
  names: ['核验'],
  summary: '看过以后，把交来的任务办结',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().optional().meta(onlyOne).describe('编号'),
    words: freeText().optional().describe('说明'),
  }),
  examples: ['核验 3', '核验'],
  async run(turn, services, { number, words = '' }) {
    const only = number ?? onlyTask(await services.cases.waiting(turn), '核验');
    return answerCase(turn, services, { number: only, label: '核验', words, word: '任务' });
  },
});
