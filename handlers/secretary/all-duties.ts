import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { allDutiesCard } from '../../src/duties/all-duties-card.ts';

export const allDuties = defineCommand({
  names: ['还差什么', '本季'],
  summary: '您下面的组织本季还差多少，只列组织，不列人',
  group: '支部工作',
  role: 'secretary',
  args: z.object({ what: fixed('全部') }),
  examples: ['还差什么 全部'],
  run: async (turn, { duties }) => ({ card: allDutiesCard(await duties.all(turn), turn) }),
});
