import * as z from 'zod';
import { choice, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { calendarAnswer } from '../../src/meetings/calendar-answer.ts';
import { meetingAnswer, meetingListText } from '../../src/meetings/meeting-text.ts';

export const meetings = defineCommand({
  names: ['会议'],
  summary: '看接下来和今天的会议；带编号看议题和回复，也能加到日历',
  group: '会议和通知',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    form: choice(['日历']).optional().describe('日历'),
  }),
  examples: ['会议', '会议 7', '会议 7 日历'],
  async run(turn, { meetings: all, zone }, { number, form }) {
    if (number === undefined) return meetingListText(await all.own.list(turn), turn);
    const view = await all.view(turn, number);
    return form === '日历' ? calendarAnswer(view.meeting, zone, turn.at) : meetingAnswer(view, turn);
  },
});
