import * as z from 'zod';
import { freeText, knownBy, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { isAmountWord } from '../../src/hours/amount.ts';
import { registeredText } from '../../src/hours/registration-text.ts';
import { isDaysWord } from '../../src/hours/typed-days.ts';

export const registerHours = defineCommand({
  names: ['记学时'],
  summary: '活动结束后给参加的人记学时，10 分钟内可以撤销',
  group: '支部工作',
  role: 'secretary',
  args: z.object({
    category: word().describe('类别'),
    amount: word().meta(knownBy(isAmountWord)).describe('几学时'),
    day: word().meta(knownBy(isDaysWord)).describe('哪一天'),
    people: freeText().describe('谁参加了'),
  }),
  examples: [
    '记学时 集中培训 4 11-18 张三 李四',
    '记学时 党课 2小时 昨天 全体',
    '记学时 集中培训 3天 11-16至11-18 全体 除 张三',
  ],
  run: async (turn, { hoursRegistrations }, typed) =>
    registeredText(await hoursRegistrations.register(turn, typed), turn),
});
