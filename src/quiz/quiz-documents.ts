import type { QuizQuestion } from '../library/quiz-question.ts';
import type { SearchDocument } from '../library/search-document.ts';

/** Questions as the search knows them, under the kind `题目`. */
export function quizDocuments(questions: readonly QuizQuestion[]): SearchDocument[] {
  return questions.map(({ id, ask, because, tags }) => ({
    id,
    title: ask,
    text: because,
    keywords: tags,
    kind: '题目',
    line: `看 ${id}`,
  }));
}
