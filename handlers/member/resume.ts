import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';

export const resume = defineCommand({
  names: ['恢复'],
  summary: '取消免打扰和今天不便',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['恢复'],
  run(turn, { preferences }) {
    preferences.resume(turn);
    return '已恢复，免打扰时间也取消了。消息只在 8:00 到 21:00 之间发。';
  },
});
