import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { changedText, changePreview, changeQuestion } from '../../src/meetings/change-preview.ts';
import { readNumbered } from '../../src/meetings/read-numbered.ts';

export const changeMeeting = defineCommand({
  names: ['改期', '改会议'],
  summary: '改会议的时间或地点：先预览，确认后告诉所有请了的人',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ words: freeText().describe('编号和新的时间或地点') }),
  examples: ['改期 1 周四15:00', '改期 1 推迟半小时', '改期 1 三楼会议室'],
  async preview(turn, { meetings, zone }, { words }) {
    const { number, rest } = readNumbered(words);
    const prepared = await meetings.changing.prepare(turn, number, rest);
    return prepared.kind === 'ready' ? changePreview(prepared, turn, zone) : undefined;
  },
  async run(turn, { meetings, zone }, { words }) {
    const { number, rest } = readNumbered(words);
    const prepared = await meetings.changing.prepare(turn, number, rest);
    if (prepared.kind !== 'ready') return changeQuestion(prepared, turn.today);
    meetings.changing.change(turn, prepared);
    return changedText(prepared, turn, zone);
  },
});
