import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { exportsText } from '../../src/exports/exports-text.ts';

export const exportList = defineCommand({
  names: ['导出'],
  summary: '看您可以导出哪些表格',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['导出'],
  run: (turn, { commands }) => exportsText(commands, turn.member.role),
});
