import { adviceAt, type ProblemInFile } from '../library/problem.ts';
import type { Page } from './draft.ts';
import type { GrowingDraft } from './growing-draft.ts';
import { withoutLists } from './listed-explanations.ts';

/** What was read of a text: its questions, what is wrong, and the lines that were not used. */
export interface ReadLines {
  readonly questions: readonly GrowingDraft[];
  readonly problems: readonly ProblemInFile[];
  readonly unused: ReadonlySet<number>;
}

/** The page, once it is known which of the questions were only remarks or points of an explanation. */
export function finishedPage({ questions, problems, unused }: ReadLines): Page {
  const remarks = questions.filter(isRemark);
  const { drafts, points } = withoutLists(questions.filter((question) => !remarks.includes(question)));
  return {
    drafts,
    problems: [
      ...problems,
      ...adviceOn(points, '算作上一题解析里的内容。'),
      ...adviceOn([...unused, ...remarks.map(({ draft }) => draft.line)], '不是题目，没有用到。'),
    ],
  };
}

/** 下列各题只有一个正确答案, behind a heading where a question needs no number: there was a number behind it. */
function isRemark({ number, draft: { choices, answer, because } }: GrowingDraft): boolean {
  return number === 0 && choices.length === 0 && answer === undefined && because === undefined;
}

function adviceOn([first, ...more]: readonly number[], what: string): ProblemInFile[] {
  if (first === undefined) return [];
  const where = more.length === 0 ? '这一行' : `这一行和第 ${more.join('、')} 行`;
  return [adviceAt(first, `${where}${what}`)];
}
