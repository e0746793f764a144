import * as z from 'zod';
import { rollAnswer } from '../../src/attendance/roll-card.ts';
import { rollListText } from '../../src/attendance/roll-list-text.ts';
import { readRollRequest } from '../../src/attendance/roll-request.ts';
import { freeText, onlyOne, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const roll = defineCommand({
  names: ['考勤'],
  summary: '会上到了多少人、够不够表决；名单只给本组织看',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    number: shortNumber().optional().meta(onlyOne).describe('会议编号'),
    request: freeText().optional().describe('名单或有表决权几人'),
  }),
  examples: ['考勤', '考勤 1', '考勤 1 名单', '考勤 1 有表决权 12'],
  async run(turn, { attendance, zone }, { number, request: words }) {
    const request = readRollRequest(words ?? '', number);
    switch (request.kind) {
      case 'figures':
        return rollAnswer(await attendance.view(turn, number), turn, zone);
      case 'names':
        return rollListText(await attendance.view(turn, number), turn);
      case 'voters':
        return rollAnswer(await attendance.setVoters(turn, request.number, request.voters), turn, zone);
    }
  },
});
