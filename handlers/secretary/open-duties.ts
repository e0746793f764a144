import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { ownDutiesText } from '../../src/duties/own-duties-text.ts';

export const openDuties = defineCommand({
  names: ['还差什么', '本季'],
  summary: '按规定本季还差什么、什么时候到期、怎么办',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ page: shortNumber().optional().describe('第几屏') }),
  examples: ['还差什么', '还差什么 2'],
  run: async (turn, { duties }, { page = 1 }) => ownDutiesText(await duties.own(turn), turn, page),
});
