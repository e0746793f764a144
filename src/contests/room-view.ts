import type { Answer } from '../chat/answer.ts';
import type { Turn } from '../chat/turn.ts';
import type { FindQuestion } from '../papers/marking.ts';
import { isFor, leads } from './contest-scope.ts';
import type { Room } from './contest.ts';
import { invitationCard } from './invitation-card.ts';
import { explanationCard, hostExplanationCard, hostStart, joinButton, questionCard } from './room-cards.ts';
import { askedQuestion, type RoomSight } from './room-sight.ts';

/** Where a room stands for one member: 竞赛 3 before the end. `joined`: how many there are. */
export function roomViewAnswer(turn: Turn, sight: RoomSight, joined: number, find: FindQuestion): Answer {
  const { contest: room, state, entry } = sight;
  const { phase } = state;
  const isIn = entry !== undefined && !entry.isAway;
  const isHost = leads(room, turn.member, turn.roster);
  const mayJoin = !isIn && isFor(room, turn.member.person, turn.roster);

  if (phase.kind === 'waiting' && isHost) {
    const card = { ...hostStart(room, mayJoin ? [joinButton(room)] : []), note: `已加入 ${joined} 人` };
    return { card, caption: card };
  }
  if (phase.kind === 'explained' && phase.place > 0 && (isIn || isHost)) {
    const { place } = phase;
    const question = find(room.questions[place - 1] ?? '', turn.today);
    const card = isHost ? hostExplanationCard : explanationCard;
    return { card: card({ room, place, question }) };
  }
  if (isIn) return insideAnswer(turn, sight, joined, find);
  const progress = progressOf(sight, joined);
  if (!mayJoin) return `${progress}\n到时候发“竞赛 ${room.number}”看结果。`;
  return { card: { ...invitationCard(room, turn.today), note: progress } };
}

function insideAnswer(turn: Turn, sight: RoomSight, joined: number, find: FindQuestion): Answer {
  const { entry } = sight;
  const asked = askedQuestion(sight, turn, find);
  if (asked === undefined) return `您已经加入了。${progressOf(sight, joined)}\n题会发到这里，请等一等。`;
  if (entry?.marks[asked.place - 1] === 'none') return { card: questionCard(asked) };
  return `第 ${asked.place} 题您已经答过，还有 ${asked.seconds} 秒公布答案。\n${progressOf(sight, joined)}`;
}

function progressOf({ contest: room, state: { phase } }: RoomSight, joined: number): string {
  const people = `已加入 ${joined} 人`;
  if (phase.kind === 'asking') return `正在答第 ${placeWords(room, phase.place)} 题，${people}。`;
  if (phase.kind === 'explained' && phase.place > 0)
    return `第 ${placeWords(room, phase.place)} 题答完了，${people}。`;
  return `还没有开始，${people}。`;
}

function placeWords({ questions }: Room, place: number): string {
  return `${place}/${questions.length}`;
}
