import * as z from 'zod';
import { freeText } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { searchText } from '../../src/study/study-cards.ts';

export const search = defineCommand({
  names: ['搜索', '查', '搜', '查找'],
  summary: '在学习内容、规定和题目里找，拼音、错一个字也能找到',
  group: '学习',
  role: 'member',
  args: z.object({ words: freeText().describe('要找的词') }),
  examples: ['搜索 换届', '查 党费'],
  async run(turn, { finding }, { words: typed }) {
    const words = typed.replace(/^一下\s*/u, '');
    return searchText(words, await finding.search(turn, words));
  },
});
