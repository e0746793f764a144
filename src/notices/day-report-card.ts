import type { Card } from '../chat/card.ts';
import { figureLines } from './figure-lines.ts';
import { firstWords } from './notice-cards.ts';
import type { Notice } from './notice.ts';
import type { ReceiptFigures } from './receipt.ts';

/** What the author of a notice gets once, a day after it went out. */
export function dayReportCard(notice: Notice, figures: ReceiptFigures): Card {
  const { number } = notice;
  return {
    title: `通知 ${number} 发出一天了`,
    body: [firstWords(notice), ...figureLines(figures)].join('\n'),
    buttons: [
      { label: '看回执', line: `回执 ${number}` },
      ...(figures.unconfirmed === 0 ? [] : [{ label: '催办', line: `催办 ${number}` }]),
    ],
  };
}
