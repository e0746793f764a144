import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { QuestionFigures, QuizStore } from './quiz-store.ts';

/** What the editor of the bank needs to see: which questions are bad. Counts of everybody together. */
export interface QuestionBank {
  readonly size: number;
  find(questionId: string): QuizQuestion | undefined;
  /** Questions somebody reported or that were forgotten too often, the most reported first. */
  reported(): Promise<readonly { readonly question: QuizQuestion; readonly times: number }[]>;
  /** Questions that most people get wrong, the worst first, among those tried often enough to tell. */
  hardest(count: number): Promise<readonly JudgedQuestion[]>;
  figures(question: QuizQuestion): Promise<QuestionFigures>;
  /** What people said is wrong with it, the newest last. */
  remarks(question: QuizQuestion): Promise<readonly string[]>;
  /** States that the editor has dealt with the reports on a question. */
  settle(work: UnitOfWork, question: QuizQuestion): void;
}

export interface JudgedQuestion {
  readonly question: QuizQuestion;
  readonly figures: QuestionFigures;
}

/** Fewer answers say nothing about a question. */
const enoughAnswers = 10;

export function createQuestionBank(questions: readonly QuizQuestion[], store: QuizStore): QuestionBank {
  const byId = new Map(questions.map((question) => [question.id.toLowerCase(), question]));

  return {
    size: questions.length,
    find: (questionId) => byId.get(questionId.toLowerCase()),
    async reported() {
      const reports = [...(await store.reports())].toSorted(([, a], [, b]) => b - a);
      return reports.flatMap(([id, times]) => {
        const question = byId.get(id.toLowerCase());
        return question === undefined ? [] : [{ question, times }];
      });
    },
    async hardest(count) {
      const judged = await Promise.all(
        questions.map(async (question) => ({ question, figures: await store.figures(question.id) })),
      );
      return judged
        .filter(({ figures }) => figures.tried >= enoughAnswers)
        .toSorted((a, b) => share(a.figures) - share(b.figures))
        .slice(0, count);
    },
    figures: (question) => store.figures(question.id),
    remarks: (question) => store.remarks(question.id),
    settle: (work, question) => store.settleReport(work, question.id),
  };
}

function share({ right, tried }: QuestionFigures): number {
  return right / tried;
}
