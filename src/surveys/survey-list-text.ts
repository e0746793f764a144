import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { ListedSurvey } from './surveys.ts';

/** 测评: what one can answer now comes first. */
export function surveyListText(surveys: readonly ListedSurvey[], today: LocalDate): string {
  const sorted = surveys.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const [first] = sorted;
  if (first === undefined) return '现在没有给您的测评。有了会通知您。';
  const verb = first.state === 'open' ? '开始答' : '看这一份';
  return [
    '给您的测评：',
    ...sorted.slice(0, mostLines).map((one) => line(one, today)),
    `${verb}，发“测评 ${first.survey.number}”。`,
  ].join('\n');
}

const order: readonly ListedSurvey['state'][] = ['open', 'coming', 'handedIn', 'counted'];

/** One screen (dialogues, rule 1) with a heading and the next step. */
const mostLines = 9;

function line({ survey: { number, title, from, until }, state }: ListedSurvey, today: LocalDate): string {
  const name = `${number} ${title}`;
  switch (state) {
    case 'open':
      return `${name} · ${dateWords(until, today)}截止`;
    case 'coming':
      return `${name} · ${dateWords(from, today)}开始`;
    case 'handedIn':
      return `${name} · 您已交`;
    case 'counted':
      return `${name} · 已截止，可以看结果`;
  }
}
