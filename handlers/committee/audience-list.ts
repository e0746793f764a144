import * as z from 'zod';
import { listText } from '../../src/audiences/list-text.ts';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';

export const audienceList = defineCommand({
  names: ['名单'],
  summary: '把常用的发送对象存成名单，发通知、发测试时直接写名字',
  group: '工委工作',
  role: 'committee',
  args: z.object({ words: freeText().optional().describe('名字 = 对象') }),
  examples: ['名单 青年骨干 = #青年,@机关一支部 除 书记', '名单', '名单 青年骨干', '名单 青年骨干 删除'],
  async run(turn, { audiences }, { words = '' }) {
    return listText(await audiences.list(turn, words), turn.roster);
  },
});
