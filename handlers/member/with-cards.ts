import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';

export const withCards = defineCommand({
  names: ['卡片版'],
  summary: '以后给您发卡片，可以直接点',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['卡片版'],
  run(turn, { preferences }) {
    preferences.setForm(turn, 'cards');
    return '以后给您发卡片。要换成文字，发“文字版”。';
  },
});
