import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { studyReminderText } from '../../src/reminders/reminder-text.ts';

export const remind = defineCommand({
  names: ['提醒'],
  summary: '只提醒还没有做的人；同一件事 30 分钟内一次',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ what: choice(['学习']).describe('事项') }),
  examples: ['提醒 学习'],
  run: async (turn, { reminders, zone }) => studyReminderText(await reminders.study(turn), turn, zone),
});
