import * as z from 'zod';
import { defineCommand } from '../../src/chat/command.ts';
import { membersText } from '../../src/roster/members-text.ts';

export const members = defineCommand({
  names: ['成员'],
  summary: '看本支部（本小组）的人；上级看下面各组织有多少人',
  group: '支部工作',
  role: 'groupLeader',
  args: z.object({}),
  examples: ['成员'],
  run: (turn) => membersText(turn.roster, turn.member),
});
