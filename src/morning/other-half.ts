import type { TappedCard } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { StudyItem } from '../library/study-item.ts';
import { quizDayOn } from '../quiz/open-question.ts';
import { questionCard } from '../quiz/quiz-cards.ts';
import type { Quiz } from '../quiz/quiz.ts';
import { studyCard } from '../study/study-cards.ts';
import type { Study } from '../study/study.ts';
import { shortened } from '../wording/shortened.ts';

/**
 * What is left of a morning's card, today's or an earlier one, when its study item was tapped done: the
 * question, if it is not answered.
 */
export async function questionLeft(
  turn: Turn,
  quiz: Pick<Quiz, 'waitsFor'>,
  question: QuizQuestion | undefined,
  done: string,
): Promise<TappedCard> {
  if (question === undefined || !(await quiz.waitsFor(turn, question))) return done;
  const card = questionCard(question, 'daily');
  if (card.buttons.length > 0 || card.ticks !== undefined) return { ...card, note: done };
  // A question with nothing to tap is opened again by 答题, while it is the one that waits.
  const isOpen = quizDayOn(turn.desk, turn.today).open === question.id.toLowerCase();
  if (!isOpen) return done;
  return {
    ...card,
    note: done,
    body: shortened(card.body ?? '', longestBody),
    buttons: [{ label: '答题', line: '答题' }],
  };
}

/** What is left of a morning's card when its question was answered: the study item, if it is not done. */
export async function studyLeft(
  turn: Turn,
  study: Pick<Study, 'waitsFor'>,
  item: StudyItem | undefined,
  answered: TappedCard,
): Promise<TappedCard> {
  if (item === undefined || typeof answered !== 'string' || !(await study.waitsFor(turn, item)))
    return answered;
  const card = studyCard(item);
  return { ...card, note: answered, buttons: card.buttons.slice(0, 2) };
}

/** The text of a card holds about 160 characters (protocol §4.3). */
const longestBody = 160;
