import * as z from 'zod';
import { knownBy, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { isCountWord, isScopeWord, isSecondsWord } from '../../src/contests/contest-words.ts';
import { openedAnswer, openingPreview } from '../../src/contests/opening-text.ts';

export const openContest = defineCommand({
  names: ['发起竞赛'],
  summary: '发起现场竞赛：大家加入后同时答题，先预览，确认后邀请',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    name: shortText().describe('名称'),
    scope: shortText().meta(knownBy(isScopeWord)).describe('范围'),
    count: shortText().meta(knownBy(isCountWord)).describe('题数'),
    seconds: shortText().optional().meta(knownBy(isSecondsWord)).describe('每题秒数'),
  }),
  examples: [
    '发起竞赛 换届知识 本支部 10题',
    '发起竞赛 换届知识 @机关一支部 10题 30秒',
    '发起竞赛 换届知识 全体 10题',
  ],
  preview: async (turn, { contests }, typed) =>
    openingPreview(await contests.openings.prepareRoom(turn, typed), turn),
  async run(turn, { contests }, typed) {
    const prepared = await contests.openings.prepareRoom(turn, typed);
    return openedAnswer(await contests.openings.open(turn, prepared), prepared, turn);
  },
});
