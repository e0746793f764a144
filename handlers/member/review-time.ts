import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { readReviewTime, reviewTimeText } from '../../src/quiz/review-time.ts';

export const reviewTime = defineCommand({
  names: ['复习'],
  summary: '定一个时间，到时把该复习的错题送来；不定就在答题时问',
  group: '学习',
  role: 'member',
  args: z.object({ time: freeText().optional().describe('几点') }),
  examples: ['复习 20:00', '复习 取消'],
  async run(turn, { reviewPush }, { time }) {
    if (time === undefined) return reviewTimeText(await reviewPush.chosenBy(turn.member.person.userid));
    const minute = readReviewTime(time);
    reviewPush.choose(turn, minute);
    return reviewTimeText(minute);
  },
});
