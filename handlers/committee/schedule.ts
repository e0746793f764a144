import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { plannedReminderLines } from '../../src/meetings/planned-reminder-lines.ts';
import { plannedText } from '../../src/morning/planned-text.ts';
import { pushedStudyTo } from '../../src/morning/pushed-to.ts';
import { plannedNoticeLines } from '../../src/notices/notice-list-text.ts';
import { otherPlans } from '../../src/occasions/other-plans.ts';
import { addDays } from '../../src/time/local-date.ts';

export const schedule = defineCommand({
  names: ['排期'],
  summary: '看今天或明天会自动给多少人发什么，不发送',
  group: '工委工作',
  role: 'committee',
  args: z.object({ day: choice(['今天', '明天']).optional().describe('今天或明天') }),
  examples: ['排期 明天'],
  async run(turn, services, { day }) {
    const { zone } = services;
    const date = day === '今天' ? turn.today : addDays(turn.today, 1);
    const at = zone.instantOf(date, 8 * 60 + 30);
    const study = await services.morningPush.plan(pushedStudyTo(turn.roster), at);
    return [
      plannedText(study, await otherPlans(services, date), date, turn.today),
      ...plannedReminderLines(await services.meetingReminding.plannedOn(date), zone),
      ...plannedNoticeLines(await services.notices.plannedOn(date), zone),
    ].join('\n');
  },
});
