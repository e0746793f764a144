import type { Turn } from '../chat/turn.ts';
import type { NoticeRules } from '../library/notice-rules.ts';
import type { Card } from '../chat/card.ts';
import type { Post } from '../post/post.ts';
import { groupedNumber } from '../wording/grouped-number.ts';
import { responsibleOfficer } from '../roster/officers.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import { otherCommitteeMembers } from './arranging.ts';
import { firstWords } from './notice-cards.ts';
import { nudgeSubject } from './notice-subjects.ts';
import type { Notice } from './notice.ts';

/**
 * The ladder of nudges where `content/notices/rules.yaml` wants one: the first goes to the people, the
 * second tells the officers of their own organisations too, the third the other committee members. States
 * the messages and returns how many hear of it.
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
    if (!rules.ladder) return 0;
    if (time === 2) {
      let told = 0;
      for (const [index, { officer, waiting }] of officersFor(turn, unconfirmed).entries()) {
        told += await send(`b${index}`, [officer.userid], officerCard(notice, waiting));
      }
      return told;
    }
    return time < 3
      ? 0
      : send('c', otherCommitteeMembers(turn), committeeCard(notice, time, unconfirmed.length));

    async function send(name: string, userids: readonly string[], card: Card): Promise<number> {
      const subject = nudgeSubject(notice.number, turn.at);
      const addressees = await post.address(userids, 'unasked', turn.at);
      post.send(turn.work, { id: `${subject}-${name}`, subject, card, urgency: 'reminder' }, addressees);
      return addressees.filter(({ due }) => due !== undefined).length;
    }
  };
}

/** An officer with the organisations answered for, and how many there have not confirmed. */
interface OfficerToTell {
  readonly officer: Person;
  readonly waiting: readonly { readonly organisation: Organisation; readonly count: number }[];
}

/**
 * Everybody's own officer, or the one above where there is none; not whoever nudges, who knows it, and not
 * who would hear of nobody else.
 */
function officersFor({ roster, member }: Turn, people: readonly Person[]): readonly OfficerToTell[] {
  const found = new Map<Person, Map<Organisation, number>>();
  for (const person of people) {
    const organisation = roster.branchOf(person.organisation);
    const officer = organisation && responsibleOfficer(roster, organisation);
    if (organisation === undefined || officer === undefined) continue;
    if (officer.userid === member.person.userid) continue;
    const counts = found.get(officer) ?? new Map<Organisation, number>();
    found.set(officer, counts.set(organisation, (counts.get(organisation) ?? 0) + 1));
  }
  return [...found].flatMap(([officer, counts]) => {
    const waiting = [...counts].map(([organisation, count]) => ({ organisation, count }));
    const isAlone = waiting.length === 1 && waiting[0]?.count === 1 && people.includes(officer);
    return isAlone ? [] : [{ officer, waiting }];
  });
}

/** Who it is, they see with 回执: names stay where they belong. */
function officerCard(notice: Notice, waiting: OfficerToTell['waiting']): Card {
  const { number } = notice;
  const [first, second] = waiting;
  const where = second === undefined ? (first?.organisation.name ?? '') : `您负责的 ${waiting.length} 个组织`;
  const count = waiting.reduce((sum, one) => sum + one.count, 0);
  return {
    title: `通知 ${number}：${where}还有 ${groupedNumber(count)} 人没有确认`,
    body: `${firstWords(notice)}\n工委已催办两次。请您方便时问一声，也可能是没看手机。`,
    buttons: [{ label: '看回执', line: `回执 ${number}` }],
  };
}

function committeeCard(notice: Notice, time: number, count: number): Card {
  const { number } = notice;
  return {
    title: `通知 ${number} 催办 ${time} 次了，还有 ${groupedNumber(count)} 人没有确认`,
    body: firstWords(notice),
    buttons: [{ label: '看回执', line: `回执 ${number}` }],
  };
}
