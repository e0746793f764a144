import * as z from 'zod';
import { onButtons, shortNumber, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { contestListText } from '../../src/contests/contest-list-text.ts';

export const contest = defineCommand({
  names: ['竞赛'],
  summary: '看现场竞赛和结果；主持人用它开始、下一题；也可以退出',
  group: '学习',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    words: word().optional().describe('答案、开始、下一题或退出'),
    place: shortNumber().optional().meta(onButtons).describe('第几题'),
  }),
  examples: ['竞赛', '竞赛 3', '竞赛 3 开始', '竞赛 3 下一题', '竞赛 3 退出'],
  async run(turn, { contests }, { number, words, place }) {
    if (number === undefined) return contestListText(await contests.latest(turn, 'room'), 'room', turn.today);
    return contests.talk.room(turn, number, words, place);
  },
});
