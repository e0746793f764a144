import type { QuizQuestion } from '../library/quiz-question.ts';
import type { OwnTable } from '../personal-data/own-table.ts';
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
      { title: '复习过几次' },
      { title: '又答错几次' },
    ],
    rows: [...(await store.answered(member.person.userid))].map(([id, { first, review, retired }]) => [
      asked.get(id) ?? id,
      { date: first },
      ...(review === undefined
        ? []
        : [
            retired ? '不再复习' : { date: review.due },
            { date: review.last },
            review.repetitions,
            review.lapses,
          ]),
    ]),
  });
}
