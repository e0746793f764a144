import type { Answer, RichAnswer } from '../chat/answer.ts';
import type { Card, CardButton } from '../chat/card.ts';
import type { QuizQuestion } from '../library/quiz-question.ts';
import { askingCard, rightAnswer, typeNames } from '../quiz/quiz-cards.ts';
import type { Room } from './contest.ts';
import { readingTime } from './due-step.ts';
import type { AskedQuestion, Joined, Left, RoomAnswer, WentOn } from './rooms.ts';

/** A question while it can be answered. */
export function questionCard({ room, place, question, seconds }: AskedQuestion): Card {
  const title = `${titleOf(room, place)} · ${typeNames[question.type]}`;
  const card = askingCard(question, title, (answer) => `竞赛 ${room.number} ${answer} ${place}`);
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
    return { title, body: `这道题已经撤下，不计成绩。`, buttons: [], reply: next };
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

export function joinedAnswer(joined: Joined): RichAnswer {
  const { room } = joined;
  if (joined.outcome === 'over') {
    return { text: `竞赛 ${room.number} 已经结束。发“竞赛 ${room.number}”看结果。`, closing: '已经结束' };
  }
  const words = joined.outcome === 'joined' ? '已加入' : '您已经加入了';
  if (joined.question !== undefined) return { card: questionCard(joined.question) };
  return {
    text: [
      `${words}竞赛 ${room.number}（${room.name}）。`,
      `题会发到这里：${room.questions.length} 题，每题 ${room.seconds} 秒，点按钮或回复字母。`,
      `要离开，发“竞赛 ${room.number} 退出”。`,
    ].join('\n'),
    caption: `${words}，题会发到这里`,
  };
}

export function leftAnswer({ outcome, room: { number } }: Left): string {
  return outcome === 'left'
    ? `已退出竞赛 ${number}，不再给您发题。答过的照算；想回来发“加入 ${number}”。`
    : `您没有加入竞赛 ${number}，不用退出。`;
}

export function wentOnAnswer(wentOn: WentOn): Answer {
  switch (wentOn.outcome) {
    case 'begun':
      return {
        text: `竞赛 ${wentOn.room.number} 开始了，第 1 题就发给 ${wentOn.joined} 人。`,
        caption: `已开始，${wentOn.joined} 人`,
      };
    case 'nobody':
      return `还没有人加入竞赛 ${wentOn.room.number}。有人加入以后，再发“竞赛 ${wentOn.room.number} 开始”。`;
    case 'next':
      return wentOn.next === undefined
        ? { text: '好，现在公布结果。', caption: '公布结果' }
        : { text: `好，第 ${wentOn.next} 题就发出去。`, caption: `第 ${wentOn.next} 题已发` };
    case 'asking':
      return {
        text: `第 ${wentOn.place} 题还在回答，还有 ${wentOn.secondsLeft} 秒。时间到了自动公布答案。`,
        closing: `第 ${wentOn.place} 题还在回答`,
      };
    case 'over':
      return {
        text: `竞赛 ${wentOn.room.number} 已经结束。发“竞赛 ${wentOn.room.number}”看结果。`,
        closing: '已经结束',
      };
    case 'notLeader':
      return {
        text: `竞赛 ${wentOn.room.number} 由发起的人和${wentOn.room.scopeName}的书记、副书记、委员主持。`,
        closing: '由主持人操作',
      };
  }
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

/** What to say to an answer; `undefined` when the words were not meant as one. */
export function roomAnswer(answered: RoomAnswer): Answer | undefined {
  switch (answered.outcome) {
    case 'noted':
      return {
        text: `已记下：第 ${answered.place} 题您答 ${answered.given}。时间到了公布答案。`,
        caption: `您答 ${answered.given}，已记下`,
      };
    case 'already':
      return { text: `第 ${answered.place} 题您已经答过，不能改。请等下一题。`, caption: '已经答过' };
    case 'late':
      return {
        text: `第 ${answered.place} 题的时间已经过了，这次没有计入。请等下一题。`,
        caption: '时间过了，没有计入',
      };
    case 'withdrawn':
      return { text: `第 ${answered.place} 题已经撤下，不计成绩。请等下一题。`, caption: '这题已撤下' };
    case 'notJoined':
      return {
        text: `您没有加入竞赛 ${answered.room.number}，这个答案没有记。想参加，发“加入 ${answered.room.number}”。`,
        closing: '没有加入',
      };
    case 'notBegun':
      return `竞赛 ${answered.room.number} 还没有开始，这个答案没有记。开始以后，题会发到这里。`;
    case 'over':
      return {
        text: `竞赛 ${answered.room.number} 已经结束，这个答案没有记。发“竞赛 ${answered.room.number}”看结果。`,
        closing: '已经结束',
      };
    case 'impossible':
      return `${answered.advice}。`;
    case 'unclear':
      return `没有看懂，第 ${answered.place} 题还在等您：${answered.how}。`;
    case 'notMeant':
      return undefined;
  }
}

const pause = readingTime / 1000;

function titleOf({ number, questions }: Room, place: number): string {
  return `竞赛 ${number} · 第 ${place}/${questions.length} 题`;
}
