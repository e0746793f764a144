import type { Answer, RichAnswer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { askingCard, howToAnswer, questionLines, typeNames } from '../quiz/asking-card.ts';
import { rightAnswer } from '../quiz/quiz-cards.ts';
import type { LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { ChallengeAnswer, ChallengeScreen } from './challenges.ts';
import type { Challenge } from './contest.ts';

type QuestionScreen = Extract<ChallengeScreen, { kind: 'question' }>;
type DoneScreen = Extract<ChallengeScreen, { kind: 'done' }>;
type Explained = Extract<ChallengeAnswer, { outcome: 'right' | 'wrong' }>;

/** What a member sees of a challenge next. */
export function challengeScreenAnswer(screen: ChallengeScreen, today: LocalDate): RichAnswer {
  const { number, from } = screen.challenge;
  switch (screen.kind) {
    case 'question':
      return turned(questionCard(screen));
    case 'done':
      return { text: doneText(screen, today), closing: '都答完了' };
    case 'notYet':
      return {
        text: `挑战 ${number} ${dateWords(from, today)}开始，到时候会告诉您。`,
        closing: '还没有开始',
      };
    case 'over':
      return { text: `挑战 ${number} 已经结束，这次没有记。发“挑战 ${number}”看结果。`, closing: '已经结束' };
  }
}

/**
 * What to say to an answer; `undefined` when the words were not meant as one. Whoever tapped gets the
 * explanation in the place of the question, with a button to go on; whoever typed gets the next question
 * along with it.
 */
export function challengeAnswer(answered: ChallengeAnswer, today: LocalDate): Answer | undefined {
  switch (answered.outcome) {
    case 'right':
    case 'wrong': {
      const { next } = answered;
      const text = [explanationText(answered), nextText(next, today)].join('\n');
      return { text, caption: explanationCard(answered) };
    }
    case 'already':
      return {
        text: `这题您已经答过，不能改。接着答，发“挑战 ${answered.challenge.number}”。`,
        closing: '已经答过',
      };
    case 'withdrawn':
      return {
        text: `这道题已经撤下，不计成绩。接着答，发“挑战 ${answered.challenge.number}”。`,
        closing: '已撤下',
      };
    case 'closed':
      return challengeScreenAnswer(answered.screen, today);
    case 'impossible':
      return `${answered.advice}。`;
    case 'notMeant':
      return undefined;
  }
}

/**
 * Who taps 下一题 sees it in the same place, like the leaf of an exercise book; nothing is sent for it. A
 * question with nothing to tap cannot stand there, so it comes as a message.
 */
function turned(card: Card): RichAnswer {
  return card.buttons.length > 0 || card.ticks !== undefined
    ? { card, caption: card }
    : { card, closing: '题在下面' };
}

function questionCard({ challenge, place, question }: QuestionScreen): Card {
  return askingCard(
    question,
    titleOf(challenge, place),
    (answer) => `挑战 ${challenge.number} ${answer} ${place}`,
  );
}

function explanationCard(answered: Explained): Card {
  const { challenge, place, question, given, outcome, next } = answered;
  return {
    title: `${titleOf(challenge, place)} · 您答 ${given}，${outcome === 'right' ? '对' : '不对'}`,
    note: question.ask,
    body: explanation(question),
    ...(next.kind === 'done' ? { facts: [{ label: '成绩', value: scoreWords(next) }] } : {}),
    buttons: [
      next.kind === 'question'
        ? { label: '下一题', line: `挑战 ${challenge.number}` }
        : { label: '看看成绩', line: `挑战 ${challenge.number}` },
    ],
  };
}

function explanationText({ outcome, question }: Explained): string {
  const verdict = outcome === 'right' ? '对。' : '不对，';
  return (
    verdict + (outcome === 'right' ? `${question.because}\n依据：${question.source}` : explanation(question))
  );
}

function explanation(question: QuizQuestion): string {
  return `答案是${rightAnswer(question)}。${question.because}\n依据：${question.source}`;
}

function nextText(next: ChallengeScreen, today: LocalDate): string {
  if (next.kind !== 'question') return next.kind === 'done' ? doneText(next, today) : '';
  const { challenge, place, question } = next;
  const title = `${titleOf(challenge, place)} · ${typeNames[question.type]}`;
  return ['——', title, ...questionLines(question), howToAnswer(question)].join('\n');
}

function doneText(done: DoneScreen, today: LocalDate): string {
  const { number, until } = done.challenge;
  const when = dateWords(until, today);
  return `挑战 ${number} 都答完了，您${scoreWords(done)}。\n各支部的结果${when}结束后公布。`;
}

function scoreWords({ right, of }: DoneScreen): string {
  return `答对 ${right}/${of}（只有您看得到）`;
}

function titleOf({ number, questions }: Challenge, place: number): string {
  return `挑战 ${number} · ${place}/${questions.length}`;
}
