import { Fault } from '../errors.ts';
import { accountKey } from './account.ts';
import { topOfScope, unlistedCommitteeMember, type Member } from './member.ts';
import { createOrganisationTree, type OrganisationTree } from './organisation-tree.ts';
import { roleOfPosts } from './role.ts';
import type { Organisation, Person, RosterLists } from './roster.ts';

export type { Member } from './member.ts';
export type { Role } from './role.ts';

/** One version of the roster, in memory and unchanging. Every turn looks into it, so all looks are short. */
export interface Roster {
  /** Counts the imports; 0 before the first. */
  readonly version: number;
  /** From the root downwards, each organisation directly followed by its own subtree. */
  readonly organisations: readonly Organisation[];
  /** In the order of `organisations`, and within one of them in the order of the file. */
  readonly people: readonly Person[];
  /** By userid in any case; undefined for somebody who is not on the roster. */
  find(userid: string): Member | undefined;
  organisation(code: string): Organisation | undefined;
  /** The nearest 党支部 upwards, else the organisation itself. */
  branchOf(code: string): Organisation | undefined;
  /** The organisations from the root down to this one; empty for an unknown code. */
  path(code: string): readonly Organisation[];
  /** The organisation and all below it; empty for an unknown code. */
  subtree(code: string): readonly Organisation[];
  /** The people of the subtree; empty for an unknown code. */
  peopleIn(code: string): readonly Person[];
  /**
   * The organisations whose people a member sees, reminds and calls the roll of (contract §4): a
   * 小组长 the own 党小组; a 书记, 副书记 or 委员 the own 党支部, 党总支 or 机关党委 with its subtree; 工委
   * everything; others nothing.
   */
  scopeOf(member: Member): readonly Organisation[];
  /** The people of `scopeOf(member)`. */
  peopleInScopeOf(member: Member): readonly Person[];
}

export interface RosterOptions {
  readonly version: number;
  /** Accounts that are 工委 whatever the roster says, also before there is one (contract §2). */
  readonly committeeUserids: readonly string[];
}

/** Throws a Fault when the lists do not hang together, which checked lists always do. */
export function createRoster(lists: RosterLists, { version, committeeUserids }: RosterOptions): Roster {
  const tree = createOrganisationTree(lists.organisations);
  const { people, startOf } = seat(lists.people, tree);
  const members = membersOf(people, tree, committeeUserids);
  const root = tree.organisations[0]?.code ?? '';

  function subtree(code: string | undefined): readonly Organisation[] {
    const stretch = code === undefined ? undefined : tree.stretchOf(code);
    return stretch === undefined ? [] : tree.organisations.slice(stretch.from, stretch.until);
  }

  function peopleIn(code: string | undefined): readonly Person[] {
    const stretch = code === undefined ? undefined : tree.stretchOf(code);
    return stretch === undefined ? [] : people.slice(startOf[stretch.from], startOf[stretch.until]);
  }

  return {
    version,
    organisations: tree.organisations,
    people,
    find: (userid) => members.get(accountKey(userid)),
    organisation: tree.find,
    branchOf: tree.branchOf,
    path: tree.path,
    subtree,
    peopleIn,
    scopeOf: (member) => subtree(topOfScope(member, root)),
    peopleInScopeOf: (member) => peopleIn(topOfScope(member, root)),
  };
}

interface Seated {
  readonly people: readonly Person[];
  /** For each place in the row of organisations where its people start, and at the end their number. */
  readonly startOf: readonly number[];
}

/** People in the order of their organisations, so that the people of a subtree are a stretch too. */
function seat(listed: readonly Person[], { organisations, stretchOf }: OrganisationTree): Seated {
  const seats: Person[][] = organisations.map(() => []);
  for (const person of listed) {
    const place = stretchOf(person.organisation)?.from ?? -1;
    const own = seats[place];
    if (own === undefined) throw new Fault('find the organisation of a person', 'import the roster again');
    own.push(person);
  }

  const startOf = [0];
  for (const own of seats) startOf.push((startOf.at(-1) ?? 0) + own.length);
  return { people: seats.flat(), startOf };
}

/** By `accountKey`. */
function membersOf(
  people: readonly Person[],
  tree: OrganisationTree,
  committeeUserids: readonly string[],
): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const userid of committeeUserids) {
    members.set(accountKey(userid), unlistedCommitteeMember(userid, tree.organisations[0]));
  }

  for (const person of people) {
    const key = accountKey(person.userid);
    const role = members.has(key) ? 'committee' : roleOfPosts(person.posts);
    const organisation = tree.find(person.organisation);
    const branch = tree.branchOf(person.organisation);
    if (organisation && branch) members.set(key, { person, role, organisation, branch });
  }
  return members;
}
