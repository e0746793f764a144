import * as z from 'zod';
import { codeCard } from '../../src/attendance/code-card.ts';
import { choice, onButtons, shortNumber, word } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const meetingCode = defineCommand({
  names: ['签到码'],
  summary: '开会时念给大家听的四位签到码，每分钟换一个；加“换”就换一个',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().optional().describe('会议编号'),
    what: choice(['换']).optional().describe('换'),
    shown: word().optional().describe('现在的码').meta(onButtons),
  }),
  examples: ['签到码', '签到码 1', '签到码 1 换'],
  async run(turn, { attendance }, { number, what, shown }) {
    const current =
      what === undefined || number === undefined
        ? await attendance.code(turn, number)
        : await attendance.changeCode(turn, number, shown);
    const card = codeCard(current, turn);
    return { card, caption: card };
  },
});
