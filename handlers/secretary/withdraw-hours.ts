import * as z from 'zod';
import { freeText, knownBy, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { withdrawnText } from '../../src/hours/registration-text.ts';
import { isDaysWord } from '../../src/hours/typed-days.ts';

export const withdrawHours = defineCommand({
  names: ['撤学时'],
  summary: '去掉本支部登记错的学时',
  group: '支部工作',
  role: 'secretary',
  args: z.object({
    category: word().describe('类别'),
    day: word().meta(knownBy(isDaysWord)).describe('哪一天'),
    people: freeText().describe('谁的'),
  }),
  examples: ['撤学时 集中培训 11-18 张三'],
  run: async (turn, { hoursRegistrations }, typed) =>
    withdrawnText(await hoursRegistrations.withdraw(turn, typed), turn),
});
