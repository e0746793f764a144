import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { branchCoverageText } from '../../src/hours/coverage-text.ts';

export const branchHours = defineCommand({
  names: ['学时', '学分'],
  summary: '本支部今年的学时有多少人达到，不列名字',
  group: '支部工作',
  role: 'secretary',
  args: z.object({ what: fixed('支部', '本支部') }),
  examples: ['学时 支部'],
  run: async (turn, { hours }) => branchCoverageText(await hours.coverage(turn), turn),
});
