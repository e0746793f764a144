import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { mineText } from '../../src/personal-data/personal-data-text.ts';

export const mine = defineCommand({
  names: ['我的', '我'],
  summary: '一屏看完：学习、签到、通知和您的设置',
  group: '我的',
  role: 'member',
  args: z.object({}),
  examples: ['我的'],
  async run(turn, { study, notices }) {
    const [week, waiting] = await Promise.all([study.week(turn), notices.waiting(turn)]);
    return mineText(turn, week, waiting);
  },
});
