import * as z from 'zod';
import { shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { makeUpText } from '../../src/minutes/make-up-text.ts';

export const makeUpStudy = defineCommand({
  names: ['补学'],
  summary: '没有参加的会，看学了什么、定了什么',
  group: '会议和通知',
  role: 'member',
  args: z.object({ number: shortNumber().describe('会议编号') }),
  examples: ['补学 1'],
  async run(turn, services, { number }) {
    const studied = await services.makeUpStudy.read(turn, number);
    return studied === undefined
      ? `会议 ${number} 没有可以给您看的纪要。纪要写好以后，请假的人会收到。`
      : makeUpText(studied, turn.today);
  },
});
