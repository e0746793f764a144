import * as z from 'zod';
import { defineCommand, type Command } from '../../src/chat/command.ts';
import { helpOn } from '../../src/chat/help.ts';

export const exportList: Command = defineCommand({
  names: ['导出'],
  summary: '看您可以导出哪些表格',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['导出'],
  run(turn, { commands }) {
    const others = commands.filter((command) => command !== exportList);
    return helpOn(others, turn.member.role, '导出') ?? '现在没有您可以导出的表格。';
  },
});
