import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { cancelledText, cancelPreview } from '../../src/meetings/change-preview.ts';
import { readNumbered } from '../../src/meetings/read-numbered.ts';

export const cancelMeeting = defineCommand({
  names: ['取消会议'],
  summary: '取消会议：先预览，确认后告诉所有请了的人，不再提醒',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ words: freeText().optional().describe('编号和原因') }),
  examples: ['取消会议 1 临时有任务'],
  async preview(turn, { meetings, zone }, { words = '' }) {
    const { number, rest } = readNumbered(words);
    return cancelPreview(await meetings.cancelling.prepare(turn, number, rest), turn, zone);
  },
  async run(turn, { meetings, zone }, { words = '' }) {
    const { number, rest } = readNumbered(words);
    const prepared = await meetings.cancelling.prepare(turn, number, rest);
    meetings.cancelling.cancel(turn, prepared);
    return cancelledText(prepared, turn, zone);
  },
});
