import * as z from 'zod';
import { freeText, shortNumber } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import { figuresCard, namesText } from '../../src/papers/figures-text.ts';
import { paperListText } from '../../src/papers/paper-list-text.ts';
import { readRequest } from '../../src/papers/request.ts';
import { screenAnswer } from '../../src/papers/screen-answer.ts';

export const papers = defineCommand({
  names: ['测试', '考试'],
  summary: '看可以做的测试和自己的成绩；带编号就开始或接着做',
  group: '学习',
  role: 'member',
  args: z.object({
    number: shortNumber().optional().describe('编号'),
    request: freeText().optional().describe('第几题、解析或再做'),
  }),
  examples: ['测试', '测试 1', '测试 1 第5题', '测试 1 解析', '测试 1 再做'],
  async run(turn, { papers: tests, paperFigures, contests, surveys }, { number, request: words }) {
    if (number === undefined) {
      const [own, watched] = await Promise.all([tests.list(turn), paperFigures.watched(turn)]);
      return paperListText(own, watched, turn.today);
    }
    const request = readRequest(words ?? '');
    contests.talk.putAside(turn);
    surveys.putAside(turn);
    if (request.kind === 'names') return namesText(await paperFigures.names(turn, number));
    const figures = request.kind === 'open' ? await paperFigures.of(turn, number) : undefined;
    if (figures !== undefined) {
      return { card: figuresCard(figures, (await tests.one(turn, number))?.standing, turn) };
    }
    return screenAnswer(await tests.take(turn, number, request), request.kind, turn.today);
  },
});
