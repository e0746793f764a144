import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { confirmedCaption } from '../../src/notices/notice-cards.ts';
import { momentWords } from '../../src/time/spoken-time.ts';

export const confirmNotice = defineCommand({
  names: ['收到'],
  summary: '确认最近的一条通知，或带编号确认那一条',
  group: '会议和通知',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['收到', '收到 2'],
  async run(turn, { notices }, { number }) {
    const latest = number ?? (await notices.waiting(turn))[0]?.number;
    if (latest === undefined) return '没有等您确认的通知。';
    const confirmed = await notices.confirm(turn, latest);
    switch (confirmed.outcome) {
      case 'notAddressed':
        return `没有发给您的第 ${latest} 号通知。发“通知”看还没有确认的。`;
      case 'recalled':
        return { text: `通知 ${latest} 已经撤回了，不用确认。`, caption: '已撤回' };
      case 'already':
        return {
          text: `通知 ${latest} 已经确认过了，${momentWords(confirmed.at, turn.today)}。`,
          caption: confirmedCaption(confirmed.at),
        };
      case 'confirmed':
        return { text: `已确认通知 ${latest}。`, caption: confirmedCaption(confirmed.at) };
    }
  },
});
