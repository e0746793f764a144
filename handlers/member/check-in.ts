import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { plainDateWords, timeWords } from '../../src/time/spoken-time.ts';

export const checkIn = defineCommand({
  names: ['签到', '打卡'],
  summary: '今天的学习签到，自愿，一天一次',
  group: '学习',
  role: 'member',
  args: z.object({}),
  examples: ['签到'],
  run(turn, { study }) {
    const { outcome, minute } = study.checkIn(turn);
    if (outcome === 'already') return `今天已经签过了，${timeWords(minute)}。`;
    return `今天的学习签到已记下（${plainDateWords(turn.today, turn.today)}）。\n想看今天的内容，发“学习”。`;
  },
});
