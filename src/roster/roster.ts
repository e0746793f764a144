import type { LocalDate } from '../time/local-date.ts';

/** The kinds of organisation in a roster file (contract §5), as they are written there. */
export const organisationKinds = ['工委', '机关党委', '党总支', '党支部', '党小组'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Posts a person may hold; several at once. `党员` is everybody's and is not stored. */
export const posts = ['书记', '副书记', '委员', '小组长', '工委'] as const;
export type Post = (typeof posts)[number];

export const memberKinds = ['正式党员', '预备党员', '入党积极分子', '群众'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** `免提醒` and `离退` spare a person automatic pushes and reminders, not notices (contract §4). */
export const memberStates = ['在册', '流动', '离退', '免提醒'] as const;
export type MemberState = (typeof memberStates)[number];

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Code of the organisation above; absent for the root only. */
  readonly parent?: string;
  readonly termFrom?: LocalDate;
  readonly termUntil?: LocalDate;
  /** How many officers the organisation should have. */
  readonly officerSeats?: number;
}

export interface Person {
  /** WeCom's userid as the roster spells it; compared ignoring case. */
  readonly userid: string;
  readonly name: string;
  /** Code of any organisation in the roster. */
  readonly organisation: string;
  readonly posts: readonly Post[];
  readonly kind: MemberKind;
  readonly joinedOn?: LocalDate;
  readonly tags: readonly string[];
  readonly state: MemberState;
  /** When the person took up the post. */
  readonly inPostSince?: LocalDate;
}

/** The two lists of a roster file, checked as a whole. */
export interface RosterLists {
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
}
