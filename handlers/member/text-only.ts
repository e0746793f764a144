import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';

export const textOnly = defineCommand({
  names: ['文字版'],
  summary: '以后给您发文字，不发卡片（微信里看不到卡片时用）',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['文字版'],
  run(turn, { preferences }) {
    preferences.setForm(turn, 'text');
    return '以后给您发文字，不发卡片。要换回来，发“卡片版”。';
  },
});
