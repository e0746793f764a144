import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { confirmedAnswer } from '../../src/notices/confirmed-text.ts';

export const confirmNotice = defineCommand({
  names: ['收到', '收到了', '已收到', '知道了', '收到谢谢', '好的收到'],
  summary: '确认最近的一条通知，或带编号确认那一条',
  group: '会议和通知',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['收到', '收到 2'],
  async run(turn, { notices }, { number }) {
    const latest = number ?? (await notices.waiting(turn))[0]?.number;
    if (latest === undefined) return '没有等您确认的通知。';
    return confirmedAnswer(latest, await notices.confirm(turn, latest), turn);
  },
});
