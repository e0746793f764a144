import type { Role } from './role.ts';
import type { Organisation, Person } from './roster.ts';

/** Somebody who talks to the bot, with what the roster says about them. */
export interface Member {
  readonly person: Person;
  readonly role: Role;
  /** Where the person is listed. */
  readonly organisation: Organisation;
  /** The own 党支部: the nearest one upwards; for people above any branch their organisation itself. */
  readonly branch: Organisation;
}

/**
 * A committee member by COMMITTEE_USERIDS (contract §2) whom the roster does not list, or not yet. They
 * belong to the root, take part in no audience, and get nothing unasked.
 */
export function unlistedCommitteeMember(userid: string, root: Organisation | undefined): Member {
  const organisation = root ?? { code: '', name: '工委', kind: '工委' };
  return {
    person: {
      userid,
      name: userid,
      organisation: organisation.code,
      posts: ['工委'],
      kind: '群众',
      tags: [],
      state: '免提醒',
    },
    role: 'committee',
    organisation,
    branch: organisation,
  };
}

/**
 * The code of the organisation whose subtree a member sees, reminds and calls the roll of (contract
 * §4). Undefined for those who see only themselves; for 工委 it is the root.
 */
export function topOfScope({ role, organisation, branch }: Member, root: string): string | undefined {
  switch (role) {
    case 'committee':
      return root;
    case 'secretary':
      // Officers of a branch may be listed in one of its groups.
      return organisation.kind === '党小组' ? branch.code : organisation.code;
    case 'groupLeader':
      // Without an own group there is nobody to lead; the whole branch would be too much.
      return organisation.kind === '党小组' ? organisation.code : undefined;
    case 'member':
      return undefined;
  }
}
