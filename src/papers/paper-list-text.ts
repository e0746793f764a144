import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { lengthOf, type Paper } from './paper.ts';
import type { ListedPaper } from './paper-list.ts';
import { scoreWords } from './result-card.ts';
import { bestOf, unanswered } from './sheet.ts';

/** 测试: what can be taken, the own results, and for officers what only their people take. */
export function paperListText(
  papers: readonly ListedPaper[],
  watched: readonly Paper[],
  today: LocalDate,
): string {
  const own = papers.filter(({ standing }) => standing !== 'over').toSorted((a, b) => rank(a) - rank(b));
  const others = watched.filter(({ number }) => !own.some(({ paper }) => paper.number === number));
  const [first] = own;
  const [other] = others;
  if (first === undefined && other === undefined) return '现在没有给您的测试。想做题，发“答题”。';
  const ownLines = own.map((listed) => listedLine(listed, today));
  const otherLines = others.map(
    ({ number, name, until }) => `${number} ${name} · 做到${dateWords(until, today)}`,
  );
  return [
    ...(first === undefined ? [] : ['您的测试：', ...fewLines(ownLines), ...nextStep(first)]),
    ...(other === undefined
      ? []
      : ['您管的人的测试：', ...fewLines(otherLines), `看进展，发“测试 ${other.number}”。`]),
  ].join('\n');
}

/** Dialogues, rule 1: an answer has at most twelve lines; two lists with their headings and next steps. */
function fewLines(lines: readonly string[]): readonly string[] {
  const most = 4;
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `还有 ${lines.length - most + 1} 份较早的。`];
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

function nextStep({ paper: { number }, standing }: ListedPaper): readonly string[] {
  if (standing === 'underway') return [`接着做，发“测试 ${number}”。`];
  if (standing === 'open') return [`开始做，发“测试 ${number}”。`];
  return standing === 'done' ? [`看结果和解析，发“测试 ${number}”。`] : [];
}

/** What can be done comes first. */
function rank({ standing }: ListedPaper): number {
  return ['underway', 'open', 'coming', 'done', 'over'].indexOf(standing);
}
