import type { Answer } from '../chat/answer.ts';
import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import { audienceText } from '../roster/audience.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { dateWords } from '../time/spoken-time.ts';
import { isFor } from './contest-scope.ts';
import type { Contest } from './contest.ts';
import { howItGoes } from './invitation-card.ts';
import type { Prepared } from './opening.ts';
import { hostStart, joinButton } from './room-cards.ts';

/** What will be opened for whom, before anything is. */
export function openingPreview(prepared: Prepared, turn: Turn): Card {
  const { plan, people } = prepared;
  const units = new Set(people.map(({ organisation }) => turn.roster.branchOf(organisation))).size;
  return {
    title: '预览（还没有发出）',
    note: `发给：${audienceText({ name: plan.scopeName, people, units })}`,
    body: [
      plan.name,
      howItGoes(plan, turn.today),
      '自愿参加。得分按支部算：答对的题 ÷（全体党员 × 题数）。',
      `邀请：${invitationWords(prepared, turn)}`,
    ].join('\n'),
    buttons: [],
  };
}

/** The answer to 确认. */
export function openedAnswer(contest: Contest, prepared: Prepared, turn: Turn): Answer {
  const { number, name } = contest;
  if (contest.form === 'room') {
    const ownButtons = isFor(contest, turn.member.person, turn.roster) ? [joinButton(contest)] : [];
    return {
      card: { ...hostStart(contest, ownButtons), note: `已邀请：${invitedWords(prepared)}` },
    };
  }
  const when = contest.from <= turn.today ? '随后' : `${dateWords(contest.from, turn.today)}上午`;
  return `挑战 ${number}（${name}）已发起，${when}邀请大家。\n看多少人参加，发“挑战 ${number} 情况”。`;
}

function invitationWords(prepared: Prepared, { today }: Pick<Turn, 'today'>): string {
  const { plan, invited, resting } = prepared;
  if (plan.form === 'challenge') {
    return plan.from <= today
      ? '确认后发（8:00 到 21:00 之外不打扰）'
      : `${dateWords(plan.from, today)}8:00 起`;
  }
  if (resting === 0) return `${invitedWords(prepared)}，确认后就发`;
  if (invited.length === 0) return '现在不便打扰，不发；想参加的人自己发“加入”';
  return `${invitedWords(prepared)}；另外 ${groupedNumber(resting)} 人现在不便打扰，可以自己发“加入”`;
}

/** Whoever opens a room is not invited to it, and may be one of those it is for. */
function invitedWords({ plan, people, invited }: Prepared): string {
  const isOfOthers = people.some(({ userid }) => userid === plan.author);
  return `${isOfOthers ? '其他 ' : ''}${groupedNumber(invited.length)} 人`;
}
