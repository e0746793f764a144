import { adviceAt, type Problem } from '../library/problem.ts';
import { createLikenessIndex } from '../library/quiz-likeness.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { completeDraft, type ImportDefaults, type NewQuestion } from './complete-draft.ts';
import type { Page } from './draft.ts';
import { identityOf, newQuestionId } from './question-identity.ts';

/** What an import would do. */
export interface PreparedImport {
  /** In the order of the file; nothing may be written with any error. `file` is the sheet's name or empty. */
  readonly problems: readonly Problem[];
  /** New ones, with ids, in the order of the file. */
  readonly questions: readonly QuizQuestion[];
  /** How many of the file are in the bank or in the file already, word for word. */
  readonly repeated: number;
}

export interface ImportBank {
  readonly questions: readonly QuizQuestion[];
  /** The bank file that the new questions go to. */
  readonly file: string;
  readonly idPrefix: string;
}

/** Judges every draft, finds those that are there already, and gives the others their ids. */
export function prepareImport(
  pages: readonly Page[],
  bank: ImportBank,
  defaults: ImportDefaults,
): PreparedImport {
  const problems: Problem[] = [];
  const questions: QuizQuestion[] = [];
  const ids = new Set(
    bank.questions.flatMap(({ id, replaces = id }) => [id.toLowerCase(), replaces.toLowerCase()]),
  );
  const identities = new Map<string, string>();
  const likeness = createLikenessIndex<string>();
  let repeated = 0;

  const know = (question: NewQuestion | QuizQuestion, place: string) => {
    identities.set(identityOf(question), place);
    likeness.add(question, `${place}“${question.ask}”`);
  };
  for (const question of bank.questions) know(question, ` ${question.file} 的 ${question.id}`);

  for (const { name = '', drafts, problems: found } of pages) {
    const ofPage = [...found];
    for (const draft of drafts) {
      const completed = completeDraft(draft, defaults);
      if (completed.problems !== undefined) {
        ofPage.push(...completed.problems);
        continue;
      }
      const question = completed.value;
      const place = `${name === '' ? '' : `${name} `}第 ${draft.line} 行`;
      const same = identities.get(identityOf(question));
      if (same !== undefined) {
        repeated += 1;
        ofPage.push(adviceAt(draft.line, `已经有了，和${same}一样，没有再加。`));
        continue;
      }

      const like = likeness.mostLike(question);
      if (like !== undefined) ofPage.push(adviceAt(draft.line, `疑似重复：“${question.ask}”和${like}很像。`));
      know(question, place);
      const id = newQuestionId(bank.idPrefix, question, (taken) => ids.has(taken));
      ids.add(id);
      questions.push({ ...question, id, file: bank.file });
    }
    problems.push(
      ...ofPage.toSorted((a, b) => a.line - b.line).map((problem) => ({ file: name, ...problem })),
    );
  }
  return { problems, questions, repeated };
}
