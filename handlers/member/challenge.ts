import * as z from 'zod';
import { onButtons, shortNumber, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { contestListText } from '../../src/contests/contest-list-text.ts';

export const challenge = defineCommand({
  names: ['挑战'],
  summary: '看挑战和结果；带编号就开始或接着答，自愿，成绩只有您看到',
  group: '学习',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    words: shortText().optional().describe('答案或情况'),
    place: shortNumber().optional().meta(onButtons).describe('第几题'),
  }),
  examples: ['挑战', '挑战 3', '挑战 3 B', '挑战 3 情况'],
  async run(turn, { contests, surveys }, { number, words, place }) {
    if (number !== undefined) {
      surveys.putAside(turn);
      return contests.talk.challenge(turn, number, words, place);
    }
    return contestListText(await contests.latest(turn, 'challenge'), 'challenge', turn.today);
  },
});
