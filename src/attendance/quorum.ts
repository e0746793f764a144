import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingQuorum, MeetingType } from '../library/meeting-type.ts';
import type { RollFigures } from './roll-figures.ts';

/**
 * How many of those with a vote have to be present: 半数以上 includes the half, 超过半数 does not (domain
 * §3.6: 支部工作条例第十一条, 发展党员工作细则第二十条).
 */
export function presentNeeded(present: MeetingQuorum['present'], voters: number): number {
  return present === '半数以上' ? Math.ceil(voters / 2) : overHalf(voters);
}

/**
 * How many have to say yes: more than half of all who have a vote, whether they came or not (支部工作条例
 * 第十一条; 发展党员工作细则第二十一条).
 */
export function yesNeeded(voters: number): number {
  return overHalf(voters);
}

function overHalf(voters: number): number {
  return Math.floor(voters / 2) + 1;
}

/** How a meeting stands against what its vote needs. Whether a vote is valid is never for us to say. */
export interface QuorumStanding extends MeetingQuorum {
  readonly voters: Voters;
  /** Those of them who count as present. */
  readonly came: number;
  /** With a vote, online, and not counted. */
  readonly onlineApart: number;
  readonly needed: number;
  /** 0 when there are enough. */
  readonly short: number;
}

/**
 * How many have a vote. Who may be left out of them is for the province's rules and the branch to say, so
 * the number of the list is only a proposal and the secretary's holds (domain §3.6).
 */
export interface Voters {
  readonly count: number;
  readonly from: 'list' | 'secretary';
}

export function quorumStanding(
  quorum: MeetingQuorum,
  voters: Voters,
  figures: Pick<RollFigures, 'voters' | 'votersOnline'>,
  { onlineCounts }: Pick<CheckInRules, 'onlineCounts'>,
): QuorumStanding {
  const came = figures.voters + (onlineCounts ? figures.votersOnline : 0);
  const needed = presentNeeded(quorum.present, voters.count);
  return {
    ...quorum,
    voters,
    came,
    onlineApart: onlineCounts ? 0 : figures.votersOnline,
    needed,
    short: Math.max(0, needed - came),
  };
}

/**
 * The rules a meeting's votes may fall under: that of its kind, and, where the agenda speaks of admitting
 * or converting somebody at a meeting that otherwise needs the half only, the stricter one too.
 */
export function quorumsOf(
  type: MeetingType,
  agenda: readonly string[],
  types: readonly MeetingType[],
): readonly MeetingQuorum[] {
  const own = type.quorum;
  if (own === undefined) return [];
  const isAboutMembers = agenda.some((item) => /接收|吸收|转正|入党/u.test(item));
  const stricter = types.find(({ quorum }) => quorum?.present === '超过半数')?.quorum;
  return own.present === '半数以上' && isAboutMembers && stricter !== undefined ? [own, stricter] : [own];
}
