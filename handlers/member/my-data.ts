import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { storedDataText } from '../../src/personal-data/personal-data-text.ts';

export const myData = defineCommand({
  names: ['我的数据'],
  summary: '看关于您存了什么',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['我的数据'],
  run: async (turn, { personalData }) => storedDataText(turn, await personalData.of(turn)),
});
