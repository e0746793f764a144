import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { hoursInShort } from '../../src/hours/hours-text.ts';
import { mineText } from '../../src/personal-data/personal-data-text.ts';
import { weekAnswer } from '../../src/pictures/week-picture.ts';
import { yearOf } from '../../src/time/local-date.ts';

export const mine = defineCommand({
  names: ['我的', '我'],
  summary: '一屏看完：学习、答题、签到、学时、测试、会议、通知、等您办的事和设置',
  group: '我的',
  role: 'member',
  args: z.object({ form: choice(['图', '图片']).optional().describe('图') }),
  examples: ['我的', '我的 图'],
  async run(turn, services, { form }) {
    if (form !== undefined) return weekAnswer(turn, services);
    const { study, quiz, notices, papers, hours, meetings, cases, calendar } = services;
    const [week, questions, waiting, tests, own, invited, open] = await Promise.all([
      study.week(turn),
      quiz.standing(turn),
      notices.waiting(turn),
      papers.list(turn),
      hours.own(turn, yearOf(turn.today)),
      meetings.own.list(turn),
      cases.waiting(turn),
    ]);
    return mineText(turn, {
      week,
      questions,
      notices: waiting,
      papers: tests,
      hours: hoursInShort(own, turn, calendar),
      meetings: invited,
      waitingCases: open,
    });
  },
});
