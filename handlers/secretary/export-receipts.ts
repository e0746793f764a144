import * as z from 'zod';
import { fixed, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { exportAnswer } from '../../src/exports/export-answer.ts';
import { receiptsExport } from '../../src/notices/receipts-export.ts';

export const exportReceipts = defineCommand({
  names: ['导出'],
  summary: '一条通知的回执表格：书记的按本支部的人，上级的按单位',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ what: fixed('回执'), number: shortNumber().describe('编号') }),
  examples: ['导出 回执 3'],
  async run(turn, { noticeReceipts, zone }, { number }) {
    const found = await noticeReceipts.of(turn, number);
    if (found === undefined) return `没有第 ${number} 号通知，或者没有发给您这里的人。发“回执”看最近的。`;
    if (found.states.size === 0) {
      return `通知 ${number} 发出已满一年，只留总数，没有按单位的表。发“回执 ${number}”看总数。`;
    }
    return exportAnswer(turn, receiptsExport(found, turn.roster, zone));
  },
});
