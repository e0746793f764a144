import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { handInPreview } from '../../src/papers/hand-in-preview.ts';
import { resultCard } from '../../src/papers/result-card.ts';

export const handIn = defineCommand({
  names: ['交卷'],
  summary: '交正在做的测试：先看还有哪些没答，确认后出成绩',
  group: '学习',
  role: 'member',
  args: z.object({ number: shortNumber().optional().describe('编号') }),
  examples: ['交卷', '交卷 1'],
  preview: async (turn, { papers }, { number }) => handInPreview(await papers.beforeHandIn(turn, number)),
  run: async (turn, { papers }, { number }) => ({ card: resultCard(await papers.handIn(turn, number)) }),
});
