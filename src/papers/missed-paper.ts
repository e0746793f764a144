import type { ListedPaper } from './paper-list.ts';

/**
 * The line below 错题 for the newest test whose last try had questions that were not right: they are
 * explained there, and do not come back by themselves. `undefined` when there is none to look at.
 */
export function missedPaperLine(papers: readonly ListedPaper[]): string | undefined {
  const missed = papers.find(({ sheet, standing }) => {
    const items = sheet.results.at(-1)?.items ?? [];
    return standing === 'done' && items.some(({ mark }) => mark === 'wrong' || mark === 'blank');
  });
  return missed && `测试里没答对的另外看：发“测试 ${missed.paper.number} 解析”。`;
}
