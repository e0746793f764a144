import * as z from 'zod';
import { recordedAnswer, whomAnswer } from '../../src/attendance/signing-text.ts';
import { readSigning } from '../../src/attendance/typed-signing.ts';
import { freeText, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const signFor = defineCommand({
  names: ['代签'],
  summary: '给到了会、签不了到的人签上，记明是您代签，10 分钟内可以撤销',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().describe('会议编号'),
    people: freeText().optional().describe('姓名'),
  }),
  examples: ['代签 1 张三', '代签 1 张三 周琪 迟到', '代签 1'],
  async run(turn, { attendance }, { number, people }) {
    if (people === undefined) return whomAnswer(await attendance.view(turn, number), turn);
    return recordedAnswer(await attendance.record(turn, number, readSigning(people, number)), turn);
  },
});
