import type { RichAnswer } from '../chat/answer.ts';
import { nameOf } from './contest.ts';
import type { NamingOutcome } from './naming.ts';

/** The answer to 同意公布 and 不公布. */
export function namingAnswer({ outcome, contest }: NamingOutcome): RichAnswer {
  const { number } = contest;
  switch (outcome) {
    case 'named':
      return {
        text: `记下了：${nameOf(contest)} 的结果里会有您的名字。改主意了，发“不公布 ${number}”。`,
        caption: '已同意公布',
      };
    case 'notNamed':
      return {
        text: `好的，${nameOf(contest)} 不公布您的名字。改主意了，发“同意公布 ${number}”。`,
        caption: '不公布',
      };
    case 'notAsked':
      return {
        text: `${nameOf(contest)} 没有要公布您的名字，不用同意。只有结束后全部答对的人才会问到。`,
        closing: '不用回答',
      };
  }
}
