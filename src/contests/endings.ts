import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { leads } from './contest-scope.ts';
import { nameOf } from './contest.ts';
import type { ContestStore } from './contest-store.ts';
import { isOver } from './phase.ts';
import type { Sight, Sights } from './sight.ts';

/** 结束竞赛: by whoever leads it, before its time. The steps of the service add up and tell. */
export interface Endings {
  /** What would be ended. Without a number: the only one there is. Throws a Refusal when it cannot be. */
  before(turn: Turn, number: number | undefined): Promise<Ending>;
  end(turn: Turn, number: number | undefined): Promise<Ending>;
}

export interface Ending extends Pick<Sight, 'contest'> {
  /** How many take part. */
  readonly joined: number;
}

export function createEndings(store: Pick<ContestStore, 'count' | 'move'>, sights: Sights): Endings {
  return {
    async before(turn, number) {
      const { contest } = await sightOf(turn, number);
      return { contest, joined: await store.count(contest.number) };
    },
    async end(turn, number) {
      const { contest, state } = await sightOf(turn, number);
      store.move(turn.work, contest.number, state.phase, { kind: 'ending' });
      return { contest, joined: await store.count(contest.number) };
    },
  };

  async function sightOf(turn: Turn, number: number | undefined): Promise<Sight> {
    const sight = number === undefined ? await onlyOpen(turn) : await sights.of(turn, number);
    const { contest, state } = sight;
    if (!isLeader(turn, sight)) {
      throw new Refusal(`${nameOf(contest)} 由发起的人和${contest.scopeName}的负责人结束。`);
    }
    if (!isOver(state.phase)) return sight;
    throw new Refusal(`${nameOf(contest)} 已经结束了。发“${nameOf(contest)}”看结果。`);
  }

  async function onlyOpen(turn: Turn): Promise<Sight> {
    const both = await Promise.all([sights.latest(turn, 'room'), sights.latest(turn, 'challenge')]);
    const open = both.flat().filter((sight) => !isOver(sight.state.phase) && isLeader(turn, sight));
    const [only, second] = open;
    if (only === undefined) throw new Refusal('现在没有您可以结束的竞赛或挑战。发“竞赛”或“挑战”看看有哪些。');
    if (second === undefined) return only;
    const names = open.map(({ contest }) => nameOf(contest)).join('、');
    throw new Refusal(`现在有${names}，请带上编号，例如：结束竞赛 ${only.contest.number}`);
  }
}

function isLeader(turn: Turn, { contest }: Sight): boolean {
  return leads(contest, turn.member, turn.roster);
}
