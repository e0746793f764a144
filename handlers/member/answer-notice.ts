import * as z from 'zod';
import { freeText, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { answeredAnswer } from '../../src/notices/confirmed-text.ts';

export const answerNotice = defineCommand({
  names: ['答复'],
  summary: '回答通知里的小问题，记在您名下；也算确认收到',
  group: '会议和通知',
  role: 'member',
  takesNo: true,
  args: z.object({ number: shortNumber().describe('编号'), words: freeText().describe('您的答复') }),
  examples: ['答复 3 能参加', '答复 3 问2 不要', '答复 3 跳过'],
  run: async (turn, { noticeAnswering }, { number, words }) =>
    answeredAnswer(number, await noticeAnswering.answer(turn, number, words), turn),
});
