import type { Card, CardButton } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { askingCard } from '../quiz/asking-card.ts';
import { rightAnswer } from '../quiz/quiz-cards.ts';
import type { Room } from './contest.ts';
import { readingTime } from './due-step.ts';
import type { AskedQuestion } from './room-sight.ts';

/** A question while it can be answered. */
export function questionCard({ room, place, question, seconds }: AskedQuestion): Card {
  const card = askingCard(
    question,
    titleOf(room, place),
    (answer) => `竞赛 ${room.number} ${answer} ${place}`,
  );
  return { ...card, note: `${seconds} 秒内回答，答了不能改` };
}

/** The same for a host who does not take part: to be read aloud, not to be answered. */
export function hostQuestionCard(asked: AskedQuestion): Card {
  const { note: _, ...card } = questionCard(asked);
  return { ...card, buttons: [], reply: `大家有 ${asked.seconds} 秒回答，时间到了公布答案。` };
}

/** The answer of a question, when its time is over. */
export interface Explained {
  readonly room: Room;
  readonly place: number;
  /** `undefined` when it was withdrawn from the bank meanwhile. */
  readonly question: QuizQuestion | undefined;
  /** Of those who joined, how many answered right; left out for somebody who looks again. */
  readonly tally?: { readonly right: number; readonly joined: number };
}

export function explanationCard({ room, place, question, tally }: Explained): Card {
  const isLast = place === room.questions.length;
  const title = `${titleOf(room, place)} · 答案`;
  const next = isLast ? `${pause} 秒后公布结果。` : `下一题 ${pause} 秒后开始，或由主持人提前。`;
  if (question === undefined) {
    return { title, body: '这道题已经撤下，不计成绩。', buttons: [], reply: next };
  }
  return {
    title,
    body: `答案是${rightAnswer(question)}。${question.because}`,
    facts: [
      { label: '依据', value: question.source },
      ...(tally === undefined ? [] : [{ label: '答对', value: `${tally.right}/${tally.joined} 人` }]),
    ],
    buttons: [],
    reply: next,
  };
}

/** The same for the host, who can go on before the pause is over. */
export function hostExplanationCard(explained: Explained): Card {
  const { room, place } = explained;
  const isLast = place === room.questions.length;
  const { reply: _, ...card } = explanationCard(explained);
  return {
    ...card,
    note: isLast ? `${pause} 秒后自动公布结果` : `${pause} 秒后自动到下一题`,
    buttons: [
      { label: isLast ? '公布结果' : '下一题', line: `竞赛 ${room.number} 下一题` },
      ...(isLast ? [] : [{ label: '结束', line: `结束竞赛 ${room.number}` }]),
    ],
  };
}

/** What the host taps when everybody is there; `others` stand behind the button to begin. */
export function hostStart({ number, name }: Room, others: readonly CardButton[]): Card {
  return {
    title: `竞赛 ${number} · ${name}`,
    body: '等大家加入以后，点“开始”。看加入了多少人，点“看人数”。',
    buttons: [
      { label: '开始', line: `竞赛 ${number} 开始` },
      ...others,
      { label: '看人数', line: `竞赛 ${number}` },
      { label: '结束', line: `结束竞赛 ${number}` },
    ],
  };
}

export function joinButton({ number }: Room): CardButton {
  return { label: '加入', line: `加入 ${number}` };
}

const pause = readingTime / 1000;

function titleOf({ number, questions }: Room, place: number): string {
  return `竞赛 ${number} · 第 ${place}/${questions.length} 题`;
}
