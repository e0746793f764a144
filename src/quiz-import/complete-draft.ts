import { messageText, tag } from '../library/content-values.ts';
import { errorAt, type Checked, type ProblemInFile } from '../library/problem.ts';
import type { QuizAnswer } from '../library/quiz-answer.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { longestAsk, longestBecause, longestSource } from '../library/quiz-values.ts';
import type { LocalDate } from '../time/local-date.ts';
import { citedSource } from './cited-source.ts';
import type { Draft } from './draft.ts';
import { readDraftAnswer } from './draft-answer.ts';

/** A question that may go into the bank; id and file are found later. */
export type NewQuestion = Omit<QuizQuestion, 'id' | 'file' | keyof QuizAnswer> & QuizAnswer;

export interface ImportDefaults {
  /** For questions that bring none. */
  readonly tag: string;
  /** Whoever imports has checked the answers today. */
  readonly today: LocalDate;
}

/** Makes a question of what a file gives, or tells everything that keeps it from being one. */
export function completeDraft(
  draft: Draft,
  { tag: defaultTag, today }: ImportDefaults,
): Checked<NewQuestion> {
  const { line } = draft;
  const answered = readDraftAnswer(draft);
  const problems: ProblemInFile[] = [...(answered.problems ?? [])];
  const checked = (part: keyof typeof texts, text: string | undefined) => {
    const result = texts[part].safeParse(text === '' ? undefined : text);
    problems.push(...(result.error?.issues ?? []).map(({ message }) => errorAt(line, message)));
    return result.data ?? '';
  };

  const ask = checked('ask', answered.problems === undefined ? answered.value.ask : draft.ask);
  const because = checked('because', isNothing.test(draft.because ?? '') ? undefined : draft.because);
  const source = checked('source', draft.source ?? citedSource(because));
  const tags = tagsOf(draft.tags, defaultTag);
  for (const word of tags.filter((each) => !tag.safeParse(each).success)) {
    problems.push(errorAt(line, `标签“${word}”太长，标签是 1 到 12 个字。`));
  }

  if (answered.problems !== undefined || problems.length > 0) return { problems };
  return { value: { ...answered.value.answer, ask, because, source, tags, asOf: today } };
}

/** Some programs write it where nobody has written anything. */
const isNothing = /^(?:无|暂无|略|没有|-+|\/)[。.]?$/u;

const texts = {
  ask: messageText('题干', '1. 党支部党员大会一般多久开一次？', longestAsk),
  because: messageText('解析', '解析：条例第十一条：党员大会一般每季度召开 1 次。', longestBecause),
  source: messageText(
    '出处',
    '出处：支部工作条例（试行）第十一条。没有出处的题不能用，请加上，或在解析里写明哪部规定第几条。',
    longestSource,
  ),
};

function tagsOf(words: string | undefined, defaultTag: string): string[] {
  const tags = (words ?? '').split(/[\s、，,；;#|/]+/).filter((word) => word !== '');
  return tags.length > 0 ? [...new Set(tags)] : [defaultTag];
}
