import type { Card, CardButton, CardFact } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import type { StudyItem } from '../library/study-item.ts';
import { howToAnswer } from '../quiz/asking-card.ts';
import { questionCard } from '../quiz/quiz-cards.ts';
import { studyCard } from '../study/study-cards.ts';
import { shortened } from '../wording/shortened.ts';

/** Study item and question of the day as one message, never two; either alone when the other is missing. */
export function morningCard(item: StudyItem | undefined, question: QuizQuestion | undefined): Card {
  if (item === undefined) {
    if (question === undefined) throw new TypeError('a morning without item and question has no card');
    return questionCard(question, 'daily');
  }
  const study = studyCard(item);
  return question === undefined ? study : together(item, study, question);
}

/** The text of a card holds about 160 characters, a value 30; it has six rows and buttons (protocol §4.3). */
const bodyLimit = 160;
const valueLimit = 30;
const rowLimit = 6;

function together(item: StudyItem, study: Card, question: QuizQuestion): Card {
  const [done, whole] = study.buttons;
  if (done === undefined || whole === undefined) return study;
  const half = questionHalf(item, question);
  const room = bodyLimit - [...(half?.ask ?? '')].length - 1;
  // Each half knows of the other, so that a tap on one leaves the other to be tapped.
  const doneOfTwo = { ...done, line: `${done.line} ${question.id}` };
  if (half === undefined || room < shortestSummary) {
    return { ...study, buttons: [doneOfTwo, whole, { label: '答今天的题', line: '答题' }] };
  }
  const { ask, choices, buttons } = half;
  return {
    ...study,
    body: `${shortened(item.summary, room)}\n${ask}`,
    facts: choices,
    buttons: [doneOfTwo, whole, ...buttons],
    reply: `学完了，发“${done.line}”；看全文，发“${whole.line}”；答题，${howToAnswer(question)}`,
  };
}

/**
 * The question as a part of the study item's card; `undefined` when it does not fit there. A card has
 * either buttons or choices to tick (protocol §4.3), so ticking is done on a card of its own.
 */
function questionHalf(item: StudyItem, question: QuizQuestion): QuestionHalf | undefined {
  if (question.type === 'fill') {
    const ask = `【每日一题】${question.ask}（${howToAnswer(question)}）`;
    return { ask, choices: [], buttons: [] };
  }
  const { facts, ticks, buttons } = questionCard(question, 'daily');
  if (ticks !== undefined) {
    const { choices } = ticks;
    const fits = choices.length <= rowLimit && choices.every(({ value }) => [...value].length <= valueLimit);
    const ask = `【每日一题·多选】${question.ask}`;
    return fits ? { ask, choices, buttons: [{ label: '勾选答案', line: '答题' }] } : undefined;
  }
  if (buttons.length === 0) return undefined;
  return {
    ask: `【每日一题】${question.ask}`,
    choices: facts ?? [],
    buttons: buttons.map((button) => ({ ...button, line: `${button.line} ${item.id}` })),
  };
}

interface QuestionHalf {
  readonly ask: string;
  readonly choices: readonly CardFact[];
  readonly buttons: readonly CardButton[];
}

/** With less room than this a summary says nothing. */
const shortestSummary = 40;
