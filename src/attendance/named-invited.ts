import type { Turn } from '../chat/turn.ts';
import type { Invited } from '../meetings/invitation.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { peopleCalled } from '../roster/people-called.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import { theOneCalled } from '../roster/the-one-called.ts';

/**
 * The one meant by a name or an account among those invited to a meeting. Throws a Refusal when there is
 * none, when two have the name, or when the person was not invited: the list is that of the invitation,
 * whatever the roster became since.
 */
export function namedInvited(
  { roster, member }: Turn,
  meeting: Meeting,
  invited: readonly Invited[],
  typed: string,
): Person {
  const { number } = meeting;
  const people = invited.flatMap(({ userid }) => roster.find(userid)?.person ?? []);
  return theOneCalled(typed, people, roster, () => {
    const [own] = peopleCalled(typed, roster.peopleInScopeOf(member));
    if (own === undefined)
      return `会议 ${number} 的名单里没有${quoted(typed)}。发“考勤 ${number} 名单”看都有谁。`;
    return `${own.name}不在${meetingWords(meeting)}的应到名单里，所以没有记。名单是发出通知时定的。\n列席的人写进纪要，例如：纪要 ${number} 列席：${own.name}`;
  });
}
