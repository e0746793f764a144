import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { basisText } from '../../src/duties/basis-text.ts';

export const dutyBasis = defineCommand({
  names: ['依据'],
  summary: '看“还差什么”里的一项是哪条规定、怎么写的',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ which: freeText().describe('编号或名称') }),
  examples: ['依据 1', '依据 组织生活会'],
  run: async (turn, services, { which }) => basisText(await services.dutyBasis(turn, which)),
});
