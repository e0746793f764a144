import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';

export const undo = defineCommand({
  names: ['撤销'],
  summary: '撤销您 10 分钟内刚做的那一次',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['撤销'],
  run: async (turn, services) =>
    (await services.undo(turn)) ?? '没有可以撤销的：10 分钟内您没有做过能撤销的事。',
});
