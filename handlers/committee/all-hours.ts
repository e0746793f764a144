import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { allCoverageText } from '../../src/hours/coverage-text.ts';

export const allHours = defineCommand({
  names: ['学时', '学分'],
  summary: '各单位今年学时的总数，不列名字',
  group: '工委工作',
  role: 'committee',
  args: z.object({ what: fixed('全部') }),
  examples: ['学时 全部'],
  run: async (turn, { hours }) => allCoverageText(await hours.coverage(turn), turn),
});
