import * as z from 'zod';
import { knownBy, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { isCountWord, isScopeWord } from '../../src/contests/contest-words.ts';
import { openedAnswer, openingPreview } from '../../src/contests/opening-text.ts';
import { isDayWord } from '../../src/time/spoken/is-day-word.ts';

export const openChallenge = defineCommand({
  names: ['发起挑战'],
  summary: '发起几天内各自答题的挑战：先预览，确认后到开始那天邀请',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    name: shortText().describe('名称'),
    scope: shortText().meta(knownBy(isScopeWord)).describe('范围'),
    from: shortText().meta(knownBy(isDayWord)).describe('开始日期'),
    until: shortText().meta(knownBy(isDayWord)).describe('结束日期'),
    count: shortText().meta(knownBy(isCountWord)).describe('题数'),
  }),
  examples: ['发起挑战 换届知识 本支部 12-01 12-10 10题', '发起挑战 换届知识 全体 今天 12-10 10题'],
  preview: (turn, { contests }, typed) =>
    openingPreview(contests.openings.prepareChallenge(turn, typed), turn),
  async run(turn, { contests }, typed) {
    const prepared = contests.openings.prepareChallenge(turn, typed);
    return openedAnswer(await contests.openings.open(turn, prepared), prepared, turn);
  },
});
