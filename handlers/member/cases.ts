import * as z from 'zod';
import { freeText, shortNumber, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { casesText } from '../../src/flows/case-list-text.ts';
import { answerCase } from '../../src/flows/case-talk.ts';

export const cases = defineCommand({
  names: ['事项'],
  summary: '看等您办的事；带编号看一件，后面写动作就办这一步',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    label: word().optional().describe('动作'),
    words: freeText().optional().describe('内容'),
  }),
  examples: ['事项 7', '事项', '事项 7 经过', '事项 7 全文', '事项 7 办结 已写好'],
  async run(turn, services, { number, ...typed }) {
    if (number === undefined) return casesText(await services.cases.own(turn), turn);
    return answerCase(turn, services, { number, ...typed });
  },
});
