import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { takenBackText } from '../../src/hours/registration-text.ts';
import { latestDeed } from '../../src/undo/latest-deed.ts';

export const undo = defineCommand({
  names: ['撤销'],
  summary: '撤销您 10 分钟内刚登记的那一次',
  group: '支部工作',
  role: 'secretary',
  args: z.object({}),
  examples: ['撤销'],
  async run(turn, { takeBackHours }) {
    const deed = latestDeed(turn);
    if (deed === undefined) return '没有可以撤销的：10 分钟内您没有登记过。要改学时，发“帮助 撤学时”。';
    switch (deed.kind) {
      case 'hours':
        return takenBackText(await takeBackHours(turn), turn);
    }
  },
});
