import { dutyDocuments } from '../duties/duty-documents.ts';
import type { Library } from '../library/library.ts';
import type { SearchDocument } from '../library/search-document.ts';
import { studyDocuments } from '../library/study-documents.ts';
import { quizDocuments } from '../quiz/quiz-documents.ts';

/** Everything 搜索 looks through. A new kind is a line here, and a way to open it in `看`. */
export function findable({ studyItems, duties, quizQuestions }: Library): readonly SearchDocument[] {
  return [...studyDocuments(studyItems), ...dutyDocuments(duties), ...quizDocuments(quizQuestions)];
}
