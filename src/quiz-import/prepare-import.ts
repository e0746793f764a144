import { adviceAt, type Problem, type ProblemInFile } from '../library/problem.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { completeDraft, type ImportDefaults, type NewQuestion } from './complete-draft.ts';
import type { Page } from './draft.ts';
import { createKnownQuestions } from './known-questions.ts';
import { newQuestionId } from './question-identity.ts';

/** What an import would do. */
export interface PreparedImport {
  /** In the order of the file; with any error nothing may be written. `file` is the sheet, '' for a text. */
  readonly problems: readonly Problem[];
  /** Those that are new, in the order of the file. */
  readonly questions: readonly QuizQuestion[];
  /** How many of the file are in the bank, or earlier in the file, already. */
  readonly repeated: number;
}

export interface ImportBank {
  readonly questions: readonly QuizQuestion[];
  /** The bank file that new questions go to, inside the content folder. */
  readonly file: string;
  readonly idPrefix: string;
}

/** Judges every draft, finds those that are there already, and gives the others their ids. */
export function prepareImport(
  pages: readonly Page[],
  bank: ImportBank,
  defaults: ImportDefaults,
): PreparedImport {
  const known = createKnownQuestions(bank.questions);
  const ids = new Set(bank.questions.flatMap(idsOf));
  const questions: QuizQuestion[] = [];
  const problems: Problem[] = [];
  let repeated = 0;

  for (const { name = '', ...page } of pages) {
    const found = [...page.problems];
    for (const draft of page.drafts) {
      const completed = completeDraft(draft, defaults);
      if (completed.problems === undefined) take(completed.value, name, draft.line, found);
      else found.push(...completed.problems);
    }
    problems.push(
      ...found.toSorted((a, b) => a.line - b.line).map((problem) => ({ file: name, ...problem })),
    );
  }
  return { problems, questions, repeated };

  function take(question: NewQuestion, sheet: string, line: number, found: ProblemInFile[]): void {
    const same = known.sameAs(question);
    if (same !== undefined) {
      repeated += 1;
      found.push(adviceAt(line, `这道题和 ${same} 一样，没有再加。`));
      return;
    }
    const like = known.mostLike(question);
    if (like !== undefined) {
      found.push(adviceAt(line, `疑似重复：${question.ask}　很像 ${like.place}：${like.ask}`));
    }
    known.add(question, `${sheet === '' ? '' : `${sheet} `}第 ${line} 行`);

    const id = newQuestionId(bank.idPrefix, question, (taken) => ids.has(taken));
    ids.add(id);
    questions.push({ ...question, id, file: bank.file });
  }
}

/** Also the id of a question that is gone: nobody may get it again. */
function idsOf({ id, replaces }: QuizQuestion): string[] {
  return [id, ...(replaces === undefined ? [] : [replaces])].map((text) => text.toLowerCase());
}
