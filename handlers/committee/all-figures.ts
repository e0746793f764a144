import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { registerText } from '../../src/figures/register-text.ts';

export const allFigures = defineCommand({
  names: ['统计'],
  summary: '今年发了多少通知和文件，请示、报送办了多少，不列名字',
  group: '工委工作',
  role: 'committee',
  args: z.object({ what: fixed('全部') }),
  examples: ['统计 全部'],
  run: async (turn, { register }) => registerText(await register.of(turn), turn),
});
