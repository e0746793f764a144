import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';

export const textOnly = defineCommand({
  names: ['文字版', '卡片版'],
  summary: '在文字和卡片之间切换（微信里看不到卡片时用）',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['文字版'],
  run: (turn, { preferences }) =>
    preferences.switchTextOnly(turn) === 'text'
      ? '以后给您发文字，不发卡片。要换回来，再发一次“文字版”。'
      : '以后给您发卡片。要换成文字，再发一次“文字版”。',
});
