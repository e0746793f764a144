import * as z from 'zod';
import { attendText } from '../../src/attendance/attend-text.ts';
import { codeCard } from '../../src/attendance/code-card.ts';
import { readFullCode } from '../../src/attendance/typed-code.ts';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const heardCode = defineCommand({
  names: ['签到码'],
  summary: '听到四位签到码也可以这样发，和“签到 4821”一样',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    code: freeText()
      .refine((text) => readFullCode(text) !== undefined, '应当是四位数字')
      .describe('四位签到码'),
  }),
  examples: ['签到码 4821'],
  async run(turn, { attendance }, { code }) {
    const heard = await attendance.heardCode(turn, readFullCode(code) ?? { code, isOnline: false });
    if ('attended' in heard) return attendText(heard.attended, heard.typed, turn);
    const card = codeCard(heard, turn);
    return { card, caption: card };
  },
});
