import * as z from 'zod';
import { madeUpText } from '../../src/attendance/signing-text.ts';
import { freeText, shortNumber, shortText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const signAfterwards = defineCommand({
  names: ['补签'],
  summary: '会后给漏签的人补上，记明是您补签；原因只记一类，不存原话',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().describe('会议编号'),
    who: shortText().describe('姓名'),
    reason: freeText().describe('原因'),
  }),
  examples: ['补签 1 张三 忘记签到', '补签 1 张三 线上参加，没有信号'],
  run: async (turn, { attendance }, { number, who, reason }) =>
    madeUpText(await attendance.makeUp(turn, number, who, reason), turn),
});
