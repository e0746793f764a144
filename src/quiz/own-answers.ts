import type { QuizQuestion } from '../library/quiz-question.ts';
import type { OwnTable } from '../personal-data/own-table.ts';
import { dueOf, type Answered } from './answered.ts';
import type { QuizStore } from './quiz-store.ts';

/** Which questions a person has answered, and what is kept for those that come back. */
export function createOwnAnswers(
  store: Pick<QuizStore, 'answered'>,
  questions: readonly QuizQuestion[],
): OwnTable {
  const asked = new Map(questions.map(({ id, ask }) => [id, ask]));
  return async ({ member }) => ({
    name: '答题',
    columns: [
      { title: '题目' },
      { title: '第一次答' },
      { title: '下次复习' },
      { title: '上次复习' },
      { title: '又答错几次' },
    ],
    rows: [...(await store.answered(member.person.userid))].map(([id, answered]) => [
      asked.get(id) ?? id,
      { date: answered.first },
      ...reviewCells(answered),
    ]),
  });
}

function reviewCells(answered: Answered) {
  const { review } = answered;
  if (review === undefined) return [];
  const due = dueOf(answered);
  return [due === undefined ? '不再复习' : { date: due }, { date: review.last }, review.lapses];
}
