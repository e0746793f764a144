import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { namingAnswer } from '../../src/contests/naming-answer.ts';

export const agreeToBeNamed = defineCommand({
  names: ['同意公布'],
  summary: '全部答对以后，同意在结果里写上您的名字',
  group: '学习',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['同意公布 3', '同意公布'],
  run: async (turn, { contests }, { number }) => namingAnswer(await contests.naming.agree(turn, number)),
});
