import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Contest } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { isAllRight } from './score.ts';
import type { Sight, Sights } from './sight.ts';

/** Those who answered everything right are named when they agree, and only then. */
export interface Naming {
  /** States that the member may be named. Without a number: in the latest contest for which it can be asked. */
  agree(turn: Turn, number: number | undefined): Promise<NamingOutcome>;
  /** States that the member is not named, whatever was said before. */
  refuse(turn: Turn, number: number | undefined): Promise<NamingOutcome>;
  /** The names of those who agreed and are on the roster, in its order. */
  named(turn: Turn, number: number): Promise<readonly string[]>;
}

export interface NamingOutcome {
  /** `notAsked`: not everything was right, or it is not over, so there is nothing to agree to. */
  readonly outcome: 'named' | 'notNamed' | 'notAsked';
  readonly contest: Contest;
}

export function createNaming(
  store: Pick<ContestStore, 'result' | 'named' | 'name' | 'unname'>,
  sights: Sights,
): Naming {
  return {
    async agree(turn, number) {
      const sight = await sightOf(turn, number);
      const { contest } = sight;
      if (!(await isWinner(sight))) return { outcome: 'notAsked', contest };
      store.name(turn.work, contest.number, turn.member.person.userid);
      return { outcome: 'named', contest };
    },
    async refuse(turn, number) {
      const sight = await sightOf(turn, number);
      const { contest } = sight;
      if (!(await isWinner(sight))) return { outcome: 'notAsked', contest };
      store.unname(turn.work, contest.number, turn.member.person.userid);
      return { outcome: 'notNamed', contest };
    },
    async named({ roster }, number) {
      const agreed = new Set(await store.named(number));
      return roster.people.filter(({ userid }) => agreed.has(userid.toLowerCase())).map(({ name }) => name);
    },
  };

  async function sightOf(turn: Turn, given: number | undefined): Promise<Sight> {
    if (given !== undefined) return sights.of(turn, given);
    const both = await Promise.all([sights.latest(turn, 'room'), sights.latest(turn, 'challenge')]);
    const newestFirst = both.flat().toSorted((a, b) => b.contest.number - a.contest.number);
    for (const sight of newestFirst) {
      if (await isWinner(sight)) return sight;
    }
    throw new Refusal('现在没有要问您是否公布名字的竞赛或挑战。发“竞赛”或“挑战”看看有哪些。');
  }

  async function isWinner({ contest, state, entry }: Sight): Promise<boolean> {
    if (entry === undefined || state.phase.kind !== 'ended') return false;
    const result = await store.result(contest.number);
    return result !== undefined && isAllRight(entry, result);
  }
}
