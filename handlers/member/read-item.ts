import * as z from 'zod';
import { word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const readItem = defineCommand({
  names: ['看'],
  summary: '打开搜索或列表里的一条内容、规定或题目',
  group: '学习',
  role: 'member',
  goesOnSearching: true,
  args: z.object({ item: word().describe('内容代号或规定名称') }),
  examples: ['看 k01', '看 主题党日'],
  run: (turn, { finding }, { item }) => finding.open(turn, item),
});
