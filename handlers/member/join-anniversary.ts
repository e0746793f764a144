import * as z from 'zod';
import { choice } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { greetingText } from '../../src/occasions/greeting-text.ts';
import { isPartyMember } from '../../src/roster/party-member.ts';

export const joinAnniversary = defineCommand({
  names: ['政治生日'],
  summary: '入党纪念日要不要祝福，默认关，只发给您自己',
  group: '我的',
  role: 'member',
  args: z.object({ wish: choice(['开', '关']).optional().describe('开或关') }),
  examples: ['政治生日 开', '政治生日 关'],
  run(turn, { preferences }, { wish }) {
    const wanted = wish && ({ 开: 'on', 关: 'off' } as const)[wish];
    const { person } = turn.member;
    if (wanted !== undefined && isPartyMember(person) && person.joinedOn !== undefined) {
      preferences.setGreeting(turn, wanted);
    }
    return greetingText(turn, wanted);
  },
});
