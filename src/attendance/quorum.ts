import type { quorumPresences } from '../library/meeting-type.ts';

/** 半数以上 includes the half, 超过半数 does not (domain §3.6). */
export type QuorumPresence = (typeof quorumPresences)[number];

/** How many of those with a vote have to be present. */
export function presentNeeded(presence: QuorumPresence, voters: number): number {
  return presence === '半数以上' ? Math.ceil(voters / 2) : overHalf(voters);
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
