import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { ContestStore } from './contest-store.ts';
import { isAllRight } from './score.ts';
import { isOver } from './phase.ts';
import type { Sight, Sights } from './sight.ts';

/** Those who answered everything right are named when they agree, and only then. */
export interface Naming {
  /** States that the member may be named. Without a number: the only contest it can be meant for. */
  agree(turn: Turn, number: number | undefined): Promise<NamingOutcome>;
  /** States that the member is not named, whatever was said before. */
  refuse(turn: Turn, number: number | undefined): Promise<NamingOutcome>;
  /** The names of those who agreed and are on the roster, in its order. */
  named(turn: Turn, sight: Sight): Promise<readonly string[]>;
}

export type NamingOutcome =
  | { readonly outcome: 'named' | 'notNamed'; readonly sight: Sight }
  /** Not everything was right, or it is not over: there is nothing to agree to. */
  | { readonly outcome: 'notAsked'; readonly sight: Sight };

export function createNaming(store: Pick<ContestStore, 'named' | 'name' | 'unname'>, sights: Sights): Naming {
  return {
    async agree(turn, number) {
      const sight = await sightOf(turn, number);
      if (!isWinner(sight)) return { outcome: 'notAsked', sight };
      store.name(turn.work, sight.contest.number, turn.member.person.userid);
      return { outcome: 'named', sight };
    },
    async refuse(turn, number) {
      const sight = await sightOf(turn, number);
      if (!isWinner(sight)) return { outcome: 'notAsked', sight };
      store.unname(turn.work, sight.contest.number, turn.member.person.userid);
      return { outcome: 'notNamed', sight };
    },
    async named({ roster }, { contest }) {
      const agreed = new Set(await store.named(contest.number));
      return roster.people.filter(({ userid }) => agreed.has(userid.toLowerCase())).map(({ name }) => name);
    },
  };

  async function sightOf(turn: Turn, given: number | undefined): Promise<Sight> {
    if (given !== undefined) return sights.of(turn, given);
    const both = await Promise.all([sights.latest(turn, 'room'), sights.latest(turn, 'challenge')]);
    const [latest] = both
      .flat()
      .filter(isWinner)
      .toSorted((a, b) => b.contest.number - a.contest.number);
    if (latest !== undefined) return latest;
    throw new Refusal('现在没有要问您是否公布名字的竞赛或挑战。发“竞赛”或“挑战”看看有哪些。');
  }
}

function isWinner({ state: { phase, result }, entry }: Sight): boolean {
  return isOver(phase) && result !== undefined && entry !== undefined && isAllRight(entry, result);
}
