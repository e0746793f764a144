import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { namingAnswer } from '../../src/contests/naming-answer.ts';

export const stayUnnamed = defineCommand({
  names: ['不公布'],
  summary: '不在结果里写您的名字；以前同意过的也收回',
  group: '学习',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['不公布 3', '不公布'],
  run: async (turn, { contests }, { number }) => namingAnswer(await contests.naming.refuse(turn, number)),
});
