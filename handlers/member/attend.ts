import * as z from 'zod';
import { attendText } from '../../src/attendance/attend-text.ts';
import { readCode } from '../../src/attendance/typed-code.ts';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const attend = defineCommand({
  names: ['签到', '打卡'],
  summary: '开会时发主持人报的签到码，线上参加的后面加“线上”',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    code: freeText()
      .refine((text) => readCode(text) !== undefined, '应当是四位数字')
      .describe('签到码'),
  }),
  examples: ['签到 4821', '签到 4821 线上'],
  async run(turn, { attendance }, { code }) {
    const typed = readCode(code) ?? { code, isOnline: false };
    return attendText(await attendance.attend(turn, typed), typed, turn);
  },
});
