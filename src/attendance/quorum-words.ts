import type { QuorumStanding } from './quorum.ts';

/**
 * `表决需半数以上到会，即 6 人：有表决权 12（按名单），已到 8，够了`. It says how many there are, never
 * that a vote is valid (domain §11.4).
 */
export function quorumWords({ present, voters, came, onlineApart, needed, short }: QuorumStanding): string {
  const from = voters.from === 'list' ? '按名单' : '书记填的';
  const online = onlineApart === 0 ? '' : `（线上 ${onlineApart} 人没有算）`;
  return `表决需${present}到会，即 ${needed} 人：有表决权 ${voters.count}（${from}），已到 ${came}${online}，${short === 0 ? '够了' : `还差 ${short} 人`}`;
}
