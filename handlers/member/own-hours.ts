import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { ownHoursText } from '../../src/hours/hours-text.ts';
import { yearOf } from '../../src/time/local-date.ts';

export const ownHours = defineCommand({
  names: ['学时', '学分'],
  summary: '看自己今年（或去年）的学时，只有您看到',
  group: '学习',
  role: 'member',
  args: z.object({ year: choice(['今年', '去年']).optional().describe('今年或去年') }),
  examples: ['学时', '学时 去年'],
  async run(turn, { hours }, { year }) {
    const thisYear = yearOf(turn.today);
    return ownHoursText(await hours.own(turn, year === '去年' ? thisYear - 1 : thisYear), turn);
  },
});
