import type { Turn } from '../chat/turn.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Card } from '../chat/card.ts';
import type { Post } from '../post/post.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { isSecretary } from '../roster/role.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import { otherCommitteeMembers } from './arranging.ts';
import { firstWords } from './notice-cards.ts';
import { nudgeSubject } from './notice-subjects.ts';
import type { Notice } from './notice.ts';

/**
 * The ladder of nudges where `content/notices/rules.yaml` wants one: the first goes to the people, the
 * second tells their secretaries too, the third the other committee members. States the messages and
 * returns how many officers hear of it.
 */
export type TellOfficers = (
  turn: Turn,
  notice: Notice,
  time: number,
  unconfirmed: readonly Person[],
) => Promise<number>;

export function createTellOfficers({
  post,
  rules,
}: {
  readonly post: Post;
  readonly rules: NoticeRules;
}): TellOfficers {
  return async (turn, notice, time, unconfirmed) => {
    if (!rules.ladder || time < 2) return 0;
    let officers = 0;
    for (const [index, { branch, count }] of branchesOf(turn, unconfirmed).entries()) {
      const secretaries = turn.roster.peopleIn(branch.code).filter(isSecretary);
      const userids = secretaries.map(({ userid }) => userid);
      officers += await send(`b${index}`, userids, branchCard(notice, branch, count));
    }
    if (time < 3) return officers;
    return (
      officers + (await send('c', otherCommitteeMembers(turn), committeeCard(notice, unconfirmed.length)))
    );

    async function send(name: string, userids: readonly string[], card: Card): Promise<number> {
      const subject = nudgeSubject(notice.number, turn.at);
      const addressees = await post.address(userids, 'unasked', turn.at);
      post.send(turn.work, { id: `${subject}-${name}`, subject, card, urgency: 'reminder' }, addressees);
      return addressees.filter(({ due }) => due !== undefined).length;
    }
  };
}

function branchesOf(
  { roster }: Turn,
  people: readonly Person[],
): readonly { readonly branch: Organisation; readonly count: number }[] {
  const counts = new Map<Organisation, number>();
  for (const { organisation } of people) {
    const branch = roster.branchOf(organisation);
    if (branch !== undefined) counts.set(branch, (counts.get(branch) ?? 0) + 1);
  }
  return [...counts].map(([branch, count]) => ({ branch, count }));
}

/** Who it is, they see with 回执: names stay where they belong. */
function branchCard(notice: Notice, { name }: Organisation, count: number): Card {
  const { number } = notice;
  return {
    title: `通知 ${number}：${name}还有 ${groupedNumber(count)} 人没有确认`,
    body: `${firstWords(notice)}\n工委已催办两次。请您方便时问一声，也可能是没看手机。`,
    buttons: [{ label: '看名单', line: `回执 ${number}` }],
  };
}

function committeeCard(notice: Notice, count: number): Card {
  const { number } = notice;
  return {
    title: `通知 ${number} 催办三次了，还有 ${groupedNumber(count)} 人没有确认`,
    body: firstWords(notice),
    buttons: [{ label: '看回执', line: `回执 ${number}` }],
  };
}
