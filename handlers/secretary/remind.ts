import * as z from 'zod';
import { choice, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { Refusal } from '../../src/errors.ts';
import {
  caseReminderText,
  meetingReminderText,
  noticeReminderText,
  paperReminderText,
  questionReminderText,
  studyReminderText,
} from '../../src/reminders/reminder-text.ts';

export const remind = defineCommand({
  names: ['提醒'],
  summary: '只提醒还没有做的人；同一件事 30 分钟内一次',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({
    what: choice(['学习', '答题', '测试', '会议', '通知', '任务', '事项']).describe('哪件事'),
    number: shortNumber().optional().describe('编号'),
  }),
  examples: [
    '提醒 学习',
    '提醒 答题',
    '提醒 测试 1',
    '提醒 会议 1',
    '提醒 通知 2',
    '提醒 任务 1',
    '提醒 事项 7',
  ],
  async run(turn, { reminders, zone }, { what, number }) {
    if (what === '测试') return paperReminderText(await reminders.paper(turn, number), turn, zone);
    if (what === '会议') return meetingReminderText(await reminders.meeting(turn, number), turn, zone);
    if (what === '通知') return noticeReminderText(await reminders.notice(turn, number), turn, zone);
    if (what === '任务' || what === '事项') {
      return caseReminderText(await reminders.case(turn, number, what), turn, zone);
    }
    if (number !== undefined) throw new Refusal(`${what}没有编号。例如：提醒 ${what}`);
    if (what === '答题') return questionReminderText(await reminders.question(turn), turn, zone);
    return studyReminderText(await reminders.study(turn), turn, zone);
  },
});
