import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { noticedText, registeredText } from '../../src/duties/registration-text.ts';
import { readFulfilmentWords } from '../../src/duties/typed-fulfilment.ts';

export const registerDuty = defineCommand({
  names: ['登记'],
  summary: '登记办过的一项，10 分钟内可以撤销',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ what: freeText().describe('哪一项，哪一天') }),
  examples: ['登记 主题党日 11-18', '登记 党小组会 昨天 @第一党小组', '登记 组织生活会 通知为准 2027-03-31'],
  async run(turn, { dutyRegistrations }, { what }) {
    const typed = readFulfilmentWords(what, turn.today);
    return typed.byNotice
      ? noticedText(await dutyRegistrations.setNoticeDay(turn, typed), turn)
      : registeredText(await dutyRegistrations.register(turn, typed), turn);
  },
});
