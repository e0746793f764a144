import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { callPreview, calledText } from '../../src/meetings/call-preview.ts';
import { orderQuestion } from '../../src/meetings/order-question-card.ts';

export const callMeeting = defineCommand({
  names: ['开会'],
  summary: '一句话定一个会：时间、什么会、地点、议题；先预览，确认后通知',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ order: freeText().describe('时间、什么会、地点、议题') }),
  examples: [
    '开会 下周三下午3点 党员大会 308会议室 学习全会精神；研究发展对象',
    '开会 明天15:00-16:30 支委会 小会议室',
    '开会 每月15号下午3点 主题党日 党员之家',
  ],
  async preview(turn, { meetings, zone }, { order }) {
    const prepared = await meetings.calling.prepare(turn, order);
    return prepared.kind === 'ready' ? callPreview(prepared, turn, zone) : undefined;
  },
  async run(turn, { meetings, library, zone }, { order }) {
    const prepared = await meetings.calling.prepare(turn, order);
    if (prepared.kind !== 'ready') return orderQuestion(prepared, library.meetingTypes, turn.today);
    return calledText(await meetings.calling.call(turn, prepared), prepared, turn, zone);
  },
});
