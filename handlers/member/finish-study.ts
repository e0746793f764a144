import * as z from 'zod';
import { contentId, onButtons } from '../../src/chat/arguments.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { questionLeft } from '../../src/morning/other-half.ts';
import { checkInOn } from '../../src/study/check-in.ts';
import { doneCaption } from '../../src/study/study-cards.ts';
import { momentWords } from '../../src/time/spoken-time.ts';

export const finishStudy = defineCommand({
  names: ['已学', '已学完', '学完了', '学完', '学过了'],
  summary: '记下今天的内容学完了',
  group: '学习',
  role: 'member',
  args: z.object({
    item: contentId().optional().meta(onButtons).describe('内容代号'),
    question: contentId().optional().meta(onButtons).describe('题目代号'),
  }),
  examples: ['已学'],
  async run(turn, { study, quiz, questionBank }, { item, question: questionId }) {
    const finished = await study.finish(turn, item);
    const question = questionId === undefined ? undefined : questionBank.find(questionId);
    switch (finished.outcome) {
      case 'notSeen':
        return item === undefined
          ? '今天的内容您还没有看过。先发“学习”，看完再发“已学”。'
          : '没有找到这条内容。发“学习”看今天的。';
      case 'already':
        return {
          text: `这条已经记过了，${momentWords(finished.at, turn.today)}。`,
          caption: await questionLeft(turn, quiz, question, doneCaption(finished.at)),
        };
      case 'finished':
        return {
          text: `已记下：${finished.item.title}。\n${nextStep(turn)}`,
          caption: await questionLeft(turn, quiz, question, doneCaption(finished.at)),
        };
    }
  },
});

/** Never asks for what is done already. */
function nextStep(turn: Turn): string {
  return checkInOn(turn.desk, turn.today) === undefined
    ? '要签到，发“签到”。'
    : '想再看一条，发“学习 换一条”。';
}
