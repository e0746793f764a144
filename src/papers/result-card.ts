import type { Card } from '../chat/card.ts';
import { isPassed, lengthOf, scoreOf, type Paper } from './paper.ts';
import type { ResultScreen } from './screen.ts';
import { bestOf, type Result } from './sheet.ts';

/** What a member reads after handing in. */
export function resultCard({ paper, sheet, result, mayRetry, just }: ResultScreen): Card {
  const { number, name } = paper;
  const missed = (result.items ?? []).filter(({ mark }) => mark === 'wrong' || mark === 'blank').length;
  const withdrawn = (result.items ?? []).filter(({ mark }) => mark === 'withdrawn').length;
  const best = bestOf(sheet);
  return {
    title: `测试 ${number} · ${scoreWords(result, paper)}`,
    note: name,
    body: [
      ...(just === 'clock' ? ['时间到了，已自动交卷，您答过的都算数。'] : []),
      `答对 ${result.right}/${lengthOf(paper)}（${paper.passMark} 分及格）。`,
      ...(withdrawn === 0 ? [] : [`其中 ${withdrawn} 题中途撤下了，算您答对。`]),
      ...(best === undefined || best.try === result.try || best.right === result.right
        ? []
        : [`最好的一次：第 ${best.try} 次，${scoreWords(best, paper)}。`]),
    ].join('\n'),
    buttons: [
      ...(missed === 0 ? [] : [{ label: '看解析', line: `测试 ${number} 解析` }]),
      ...(mayRetry ? [{ label: '再做一次', line: `测试 ${number} 再做` }] : []),
    ],
  };
}

/** `85 分，及格`; a missed thing is 还没有. */
export function scoreWords({ right }: Pick<Result, 'right'>, paper: Paper): string {
  return `${scoreOf(right, lengthOf(paper))} 分，${isPassed(right, paper) ? '及格' : '还没有及格'}`;
}
