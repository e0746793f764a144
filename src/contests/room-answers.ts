import type { Answer, RichAnswer } from '../chat/answer.ts';
import type { RoomAnswer } from './room-answering.ts';
import { questionCard } from './room-cards.ts';
import type { Joined, Left, WentOn } from './rooms.ts';

/** The answers to 加入, 退出, 开始 and 下一题, and to answers. */
export function joinedAnswer(joined: Joined): RichAnswer {
  const { room } = joined;
  if (joined.outcome === 'over') {
    return { text: `竞赛 ${room.number} 已经结束。发“竞赛 ${room.number}”看结果。`, closing: '已经结束' };
  }
  const words = joined.outcome === 'joined' ? '已加入' : '您已经加入了';
  if (joined.question !== undefined) return { card: questionCard(joined.question), closing: words };
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
        text: `竞赛 ${wentOn.room.number} 由发起的人和${wentOn.room.scopeName}的负责人主持。`,
        closing: '由主持人操作',
      };
  }
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
