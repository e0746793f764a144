import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Invited } from '../meetings/invitation.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { comparable } from '../roster/comparable.ts';
import { quoted } from '../roster/quoted.ts';
import type { Person } from '../roster/roster.ts';

/**
 * The one meant by a name or an account among those invited to a meeting. Throws a Refusal when there is
 * none, when two have the name, or when the person was not invited: the list is that of the invitation,
 * whatever the roster became since.
 */
export function namedInvited(
  { roster, member }: Turn,
  { number, title }: Meeting,
  invited: readonly Invited[],
  typed: string,
): Person {
  const wanted = comparable(typed);
  const isMeant = ({ name, userid }: Person): boolean =>
    comparable(name) === wanted || comparable(userid) === wanted;
  const people = invited.flatMap(({ userid }) => roster.find(userid)?.person ?? []);
  const accounts = people.filter(({ userid }) => comparable(userid) === wanted);
  const found = accounts.length > 0 ? accounts : people.filter(isMeant);
  const [person, second] = found;
  if (person !== undefined && second === undefined) return person;
  if (person !== undefined) {
    throw new Refusal(
      [
        `有 ${found.length} 位${person.name}，请写账号：`,
        ...found.map((one) => `${one.userid}（${roster.organisation(one.organisation)?.name ?? ''}）`),
      ].join('\n'),
    );
  }
  const own = roster.peopleInScopeOf(member).find(isMeant);
  if (own !== undefined) {
    throw new Refusal(
      `${own.name}不在${title}（会议 ${number}）的应到名单里，所以没有记。名单是发出通知时定的。\n列席的人写进纪要，例如：纪要 ${number} 列席：${own.name}`,
    );
  }
  throw new Refusal(`会议 ${number} 的名单里没有${quoted(typed)}。发“考勤 ${number} 名单”看都有谁。`);
}
