import * as z from 'zod';
import { word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { helpOn, helpText } from '../../src/chat/help.ts';

export const help = defineCommand({
  names: ['帮助', '菜单', '?', 'help', '怎么用'],
  summary: '看看您能做什么',
  group: '我的',
  role: 'member',
  args: z.object({ command: word().optional().describe('哪个词') }),
  examples: ['帮助', '帮助 请假', '帮助 会议和通知'],
  run(turn, { commands }, { command }) {
    const { role } = turn.member;
    if (command === undefined) return helpText(commands, role);
    return helpOn(commands, role, command) ?? `没有“${command}”这一条。\n发“帮助”看看您能做什么。`;
  },
});
