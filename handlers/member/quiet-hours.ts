import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { formatQuietHours, parseQuietHours } from '../../src/time/quiet-hours.ts';

export const quietHours = defineCommand({
  names: ['免打扰'],
  summary: '设一段每天不打扰您的时间',
  group: '我的',
  role: 'member',
  args: z.object({ hours: freeText().describe('从几点到几点') }),
  examples: ['免打扰 22:00-07:30'],
  run(turn, { preferences }, { hours }) {
    const quiet = parseQuietHours(hours);
    preferences.setQuiet(turn, quiet);
    return `记下了：每天 ${formatQuietHours(quiet)} 不主动打扰您，要发的等过了再发。\n不要了，发“恢复”。`;
  },
});
