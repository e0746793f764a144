import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { withdrawnText } from '../../src/duties/registration-text.ts';
import { readFulfilmentWords } from '../../src/duties/typed-fulfilment.ts';

export const withdrawDuty = defineCommand({
  names: ['撤登记'],
  summary: '去掉登记错的一项',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({ what: freeText().describe('哪一项，哪一天') }),
  examples: ['撤登记 主题党日 11-18'],
  run: async (turn, { dutyRegistrations }, { what }) =>
    withdrawnText(await dutyRegistrations.withdraw(turn, readFulfilmentWords(what, turn.today)), turn),
});
