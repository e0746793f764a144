import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { dateWords } from '../../src/time/spoken-time.ts';

export const notToday = defineCommand({
  names: ['今天不便'],
  summary: '今天不再主动给您发消息，明天恢复',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['今天不便'],
  run(turn, { preferences }) {
    const until = preferences.pause(turn);
    return `好的，今天不再主动给您发消息，${dateWords(until, turn.today)}恢复。\n想提前恢复，发“恢复”。`;
  },
});
