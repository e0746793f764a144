import { Refusal } from '../errors.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import { accountKey } from '../roster/account.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { isOfficerPost } from '../roster/role.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { Invited, Standing } from './invitation.ts';

/**
 * Whom a meeting of this type invites by the roster of now, each once, guests last. Throws a Refusal when
 * there is nobody to meet.
 */
export function inviteesOf(
  type: MeetingType,
  organisation: Organisation,
  guests: readonly Person[],
  roster: Roster,
): readonly Invited[] {
  const members = membersOf(type, organisation, roster);
  if (members.length === 0) throw new Refusal(nobody(type, organisation));
  const activists = type.invites === '党员和积极分子' ? activistsOf(organisation, roster) : [];
  const places = new Map<string, Standing>();
  for (const person of members) places.set(accountKey(person.userid), standingOf(type, person));
  for (const { userid } of [...activists, ...guests]) {
    if (!places.has(accountKey(userid))) places.set(accountKey(userid), 'guest');
  }
  return [...places].map(([userid, standing]) => ({ userid, standing }));
}

/** The committee of an organisation: its own officers, wherever below it they are listed. */
export function officersOf({ code }: Organisation, roster: Roster): readonly Person[] {
  return roster
    .peopleIn(code)
    .filter(({ posts, organisation }) => posts.some(isOfficerPost) && ownOf(organisation, roster) === code);
}

/** Somebody listed in a group belongs to its branch. */
function ownOf(code: string, roster: Roster): string | undefined {
  return roster.branchOf(code)?.code;
}

function membersOf({ invites }: MeetingType, organisation: Organisation, roster: Roster): readonly Person[] {
  switch (invites) {
    case '委员':
      return officersOf(organisation, roster);
    case '书记':
      return roster.peopleIn(organisation.code).filter(({ posts }) => posts.includes('书记'));
    case '党员':
    case '党员和积极分子':
    case '小组':
      return roster.peopleIn(organisation.code).filter(isPartyMember);
  }
}

function activistsOf({ code }: Organisation, roster: Roster): readonly Person[] {
  return roster.peopleIn(code).filter(({ kind }) => kind === '入党积极分子');
}

/** 预备党员 have no vote (基层组织选举工作条例 art. 5); on a committee everybody has. */
function standingOf({ invites }: MeetingType, { kind }: Person): Standing {
  return invites === '委员' || kind === '正式党员' ? 'voting' : 'withoutVote';
}

function nobody({ invites, name }: MeetingType, organisation: Organisation): string {
  const who = {
    委员: '书记、副书记和委员',
    书记: '书记',
    党员: '党员',
    党员和积极分子: '党员',
    小组: '党员',
  }[invites];
  return `名册上${organisation.name}现在没有${who}，开不了${name}。请先核对名册，发“成员”看都有谁。`;
}
