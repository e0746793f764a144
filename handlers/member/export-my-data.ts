import * as z from 'zod';
import { fixed } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const exportMyData = defineCommand({
  names: ['导出'],
  summary: '关于您存着的全部记录，只给您自己',
  group: '我的',
  role: 'member',
  args: z.object({ what: fixed('我的数据') }),
  examples: ['导出 我的数据'],
  run: (turn, { ownData }) => ownData.file(turn),
});
