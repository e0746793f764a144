import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { paperAnswer } from '../../src/minutes/paper-answer.ts';
import { readMinutesRequest } from '../../src/minutes/minutes-request.ts';
import { overviewText, takenBackPieceText, wholeText, writtenText } from '../../src/minutes/minutes-text.ts';

export const minutes = defineCommand({
  names: ['纪要'],
  summary: '分几次写会议纪要，“任务：”开头的一行会交办给人；能导出 Word 草稿',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ said: freeText().optional().describe('会议编号和内容') }),
  examples: [
    '纪要 1',
    '纪要 1 决议：同意支委会的工作安排',
    '纪要 1 任务：张三 12-01前 交学习报告',
    '纪要 1 撤回上一段',
    '纪要 1 导出',
  ],
  async run(turn, { minutes: records }, { said }) {
    const { number, wish } = readMinutesRequest(said ?? '');
    switch (wish.kind) {
      case 'overview':
        return overviewText(await records.view(turn, number));
      case 'whole':
        return wholeText(await records.view(turn, number));
      case 'write':
        return writtenText(await records.write(turn, number, wish.text), turn);
      case 'takeBack':
        return takenBackPieceText(await records.takeBackLatest(turn, number));
      case 'export':
        return paperAnswer(await records.export(turn, number), turn.roster);
    }
  },
});
