import type { Letter } from '../post/post.ts';
import type { Card } from '../chat/card.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { lengthOf, type Paper } from './paper.ts';

/** What goes to everybody a paper is for when its window begins. */
export function announcementOf(paper: Paper, today: LocalDate): Letter {
  return {
    id: `paper-${paper.number}`,
    card: { ...paperCard(paper, paper.until, today), note: '机关工委' },
    urgency: 'notice',
  };
}

/** Everything one should know before starting. */
export function paperCard(paper: Paper, lastDay: LocalDate, today: LocalDate): Card {
  const limit =
    paper.minutes === undefined ? '' : `限时 ${paper.minutes} 分钟，点“开始”后计时，到时自动交卷。`;
  const tries = paper.tries === undefined ? '次数不限' : `可以做 ${paper.tries} 次`;
  return {
    title: `测试 ${paper.number} · ${paper.name}`,
    body: [
      `${lengthOf(paper)} 题，做到${dateWords(lastDay, today)}24:00。${limit === '' ? '可以随时停下，回来接着做。' : limit}`,
      `每人的题和顺序都不同。${paper.passMark} 分及格，${tries}，取最好的一次。`,
      paper.named
        ? '这次记名：您所在支部的书记看得到您是否参加和成绩。'
        : '成绩只有您自己看到，支部只看人数和平均分。',
    ].join('\n'),
    buttons: [{ label: '开始', line: `测试 ${paper.number} 开始` }],
  };
}
