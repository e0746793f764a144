import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { isFor, leads } from './contest-scope.ts';
import { formNames, type Contest, type ContestForm } from './contest.ts';
import type { ContestState, ContestStore } from './contest-store.ts';
import type { Entry } from './entry.ts';

/** A contest as one member sees it at this moment. */
export interface Sight {
  readonly contest: Contest;
  readonly state: ContestState;
  /** What is kept of the member; `undefined` for somebody who does not take part. */
  readonly entry: Entry | undefined;
}

/** Looks contests up for members. */
export interface Sights {
  /** One contest. Throws a Refusal when there is none of this number for the member. */
  of(turn: Turn, number: number): Promise<Sight>;
  /** The same; `undefined` when there is none. */
  find(turn: Turn, number: number): Promise<Sight | undefined>;
  /** The latest ones of a form that the member takes part in or leads, newest first. */
  latest(turn: Turn, form: ContestForm): Promise<readonly Sight[]>;
  /** The number that was given, else that of the only one that fits. Throws a Refusal when none or several do. */
  number(turn: Turn, given: number | undefined, wanted: Wanted): Promise<number>;
}

export interface Wanted {
  readonly form: ContestForm;
  readonly fits: (sight: Sight) => boolean;
  /** What is said when none fits. */
  readonly none: string;
  /** The command, to show how it is said with a number. */
  readonly command: string;
}

export function createSights(store: Pick<ContestStore, 'latest' | 'find' | 'state' | 'entry'>): Sights {
  const sights: Sights = {
    async of(turn, number) {
      const sight = await find(turn, number);
      if (sight !== undefined) return sight;
      throw new Refusal(`没有给您的第 ${number} 号竞赛或挑战。发“竞赛”或“挑战”看看有哪些。`);
    },
    find,
    async latest(turn, form) {
      const latest = await store.latest();
      const numbers = Array.from({ length: Math.min(lookBack, latest) }, (_, index) => latest - index);
      const seen = await Promise.all(numbers.map((number) => find(turn, number)));
      return seen.flatMap((sight) => (sight?.contest.form === form ? [sight] : []));
    },
    async number(turn, given, { form, fits, none, command }) {
      if (given !== undefined) return given;
      const fitting = (await sights.latest(turn, form)).filter(fits);
      const [only, second] = fitting;
      if (only === undefined) throw new Refusal(none);
      if (second === undefined) return only.contest.number;
      const numbers = fitting.map(({ contest }) => contest.number).join('、');
      throw new Refusal(
        `有 ${numbers} 号${formNames[form]}，请带上编号，例如：${command} ${only.contest.number}`,
      );
    },
  };
  return sights;

  async function find(turn: Turn, number: number): Promise<Sight | undefined> {
    const { member, roster } = turn;
    const contest = await store.find(number);
    if (contest === undefined) return undefined;
    // Together, so that it is one round trip.
    const [state, entry] = await Promise.all([
      store.state(number),
      store.entry(number, member.person.userid),
    ]);
    const isVisible =
      entry !== undefined || isFor(contest, member.person, roster) || leads(contest, member, roster);
    return isVisible ? { contest, state, entry } : undefined;
  }
}

/** How far back lists look; older contests can still be named by their number. */
const lookBack = 30;
