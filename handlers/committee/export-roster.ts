import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { rosterAnswer } from '../../src/exports/roster-answer.ts';

export const exportRoster = defineCommand({
  names: ['导出'],
  summary: '名册表格，改好后可以原样导入',
  group: '工委工作',
  role: 'committee',
  args: z.object({ what: fixed('名册') }),
  examples: ['导出 名册'],
  run: (turn) => rosterAnswer(turn),
});
