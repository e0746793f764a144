import type { TappedCard } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { StudyItem } from '../library/study-item.ts';
import { quizDayOn } from '../quiz/open-question.ts';
import { questionCard } from '../quiz/quiz-cards.ts';
import { studyCard } from '../study/study-cards.ts';
import { studyOn } from '../study/todays-study.ts';

/** What is left of the morning's card when its study item was tapped done: the question, if it waits. */
export function questionLeft(turn: Turn, question: QuizQuestion | undefined, done: string): TappedCard {
  if (question === undefined || quizDayOn(turn.desk, turn.today).open !== question.id.toLowerCase())
    return done;
  const card = questionCard(question, 'daily');
  // A question with nothing to tap stays in the text of the card.
  const canBeTapped = card.buttons.length > 0 || card.ticks !== undefined;
  return canBeTapped ? { ...card, note: done } : done;
}

/** What is left of the morning's card when its question was answered: the study item, if it is not done. */
export function studyLeft(turn: Turn, item: StudyItem | undefined, answered: TappedCard): TappedCard {
  const state = studyOn(turn.desk);
  const waits = item !== undefined && state?.itemId === item.id && state.doneAt === undefined;
  if (!waits || typeof answered !== 'string') return answered;
  const card = studyCard(item);
  return { ...card, note: answered, buttons: card.buttons.slice(0, 2) };
}
