import type { QuorumStanding } from './quorum.ts';

/**
 * How many with a vote are there, and by each rule how many are still missing. It says numbers, never that
 * a vote is valid (domain §11.4):
 *
 *   有表决权 12（按名单），已到会 8，线上 1 没有算
 *   表决需半数以上，即 6 人：够了
 */
export function quorumLines(standings: readonly QuorumStanding[]): readonly string[] {
  const [first] = standings;
  if (first === undefined) return [];
  const { voters, came, onlineApart } = first;
  const from = voters.from === 'list' ? '按名单' : '书记填的';
  const online = onlineApart === 0 ? '' : `，线上 ${onlineApart} 没有算`;
  return [
    `有表决权 ${voters.count}（${from}），已到会 ${came}${online}`,
    ...standings.map((standing, index) => `${index === 0 ? '表决' : '接收、转正'}${neededWords(standing)}`),
  ];
}

function neededWords({ present, needed, short }: QuorumStanding): string {
  return `需${present}，即 ${needed} 人：${short === 0 ? '够了' : `还差 ${short} 人`}`;
}
