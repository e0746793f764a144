import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { lengthOf } from './paper.ts';
import type { ListedPaper } from './paper-list.ts';
import { scoreWords } from './result-card.ts';
import { bestOf, unanswered } from './sheet.ts';

/** 测试: what can be taken, and the own results. */
export function paperListText(papers: readonly ListedPaper[], today: LocalDate): string {
  const shown = papers.filter(({ standing }) => standing !== 'over').toSorted((a, b) => rank(a) - rank(b));
  const [first] = shown;
  if (first === undefined) return '现在没有给您的测试。想做题，发“答题”。';
  return [
    '您的测试：',
    ...shown.slice(0, mostLines).map((listed) => listedLine(listed, today)),
    ...(shown.length > mostLines ? [`还有 ${shown.length - mostLines} 份较早的。`] : []),
    ...nextStep(first),
  ].join('\n');
}

/** The one to think of first: what is underway, then open, coming, done; the latest of equals. */
export function mostUrgent(papers: readonly ListedPaper[]): ListedPaper | undefined {
  const [first] = papers.filter(({ standing }) => standing !== 'over').toSorted((a, b) => rank(a) - rank(b));
  return first;
}

/** One line about a paper, such as `1 季度测试 · 做到 12月10日（周四） · 答了 3/20`. */
export function listedLine({ paper, sheet, window, standing }: ListedPaper, today: LocalDate): string {
  const name = `${paper.number} ${paper.name}`;
  const until = `${dateWords(window.lastDay, today)}截止`;
  switch (standing) {
    case 'coming':
      return `${name} · ${dateWords(paper.from, today)}开始`;
    case 'open':
      return `${name} · ${lengthOf(paper)} 题 · ${until}`;
    case 'underway': {
      const answers = sheet.attempt?.answers ?? [];
      return `${name} · 答了 ${answers.length - unanswered({ answers }).length}/${answers.length} · ${until}`;
    }
    case 'done': {
      const best = bestOf(sheet);
      return best === undefined ? `${name} · 已截止` : `${name} · ${scoreWords(best, paper)}`;
    }
    case 'over':
      return `${name} · 已截止`;
  }
}

/** Dialogues, rule 1: an answer has at most twelve lines. */
const mostLines = 9;

function nextStep({ paper: { number }, standing }: ListedPaper): readonly string[] {
  if (standing === 'underway') return [`接着做，发“测试 ${number}”。`];
  if (standing === 'open') return [`开始做，发“测试 ${number}”。`];
  return standing === 'done' ? [`看结果和解析，发“测试 ${number}”。`] : [];
}

/** What can be done comes first. */
function rank({ standing }: ListedPaper): number {
  return ['underway', 'open', 'coming', 'done', 'over'].indexOf(standing);
}
