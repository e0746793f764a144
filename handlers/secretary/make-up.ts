import * as z from 'zod';
import { shortNumber, shortText, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { makeUpText } from '../../src/papers/make-up-text.ts';

export const makeUp = defineCommand({
  names: ['补考'],
  summary: '给没有赶上测试的人留出时间；原因只记出差、请假或其他',
  group: '支部工作',
  role: 'secretary',
  args: z.object({
    number: shortNumber().describe('编号'),
    who: shortText().describe('姓名'),
    until: word().describe('补到哪天'),
    reason: word().optional().describe('原因'),
  }),
  examples: ['补考 1 张三 12-15', '补考 1 张三 12-15 出差'],
  run: async (turn, { makeUps, zone }, { number, who, until, reason }) =>
    makeUpText(await makeUps.allow(turn, { number, who, until, reason }), turn, zone),
});
