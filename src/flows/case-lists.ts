import type { Turn } from '../chat/turn.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case } from './case.ts';
import { stateOf } from './case-state.ts';
import type { CaseStore } from './case-store.ts';
import { deadlineOf } from './deadlines.ts';
import { ownPlaces, speaksFor } from './own-places.ts';
import { maySee, waitsFor } from './permission.ts';

/** The open cases of a member. */
export interface OwnCases {
  /** They wait for the member, the most urgent first. */
  readonly waiting: readonly ListedCase[];
  /** Begun by the member, or for the organisation the member is an officer of, and waiting for others. */
  readonly begun: readonly ListedCase[];
  /** About the member, and waiting for others. */
  readonly about: readonly ListedCase[];
}

export interface ListedCase {
  readonly found: Case;
  readonly deadline: LocalDate | undefined;
}

export interface CaseLists {
  own(turn: Turn): Promise<OwnCases>;
  /** Only those that wait for the member, the most urgent first. */
  waiting(turn: Turn): Promise<readonly ListedCase[]>;
  /** The case, if the member may know of it. */
  one(turn: Turn, number: number): Promise<Case | undefined>;
}

export function createCaseLists({
  store,
  calendar,
}: {
  readonly store: Pick<CaseStore, 'find' | 'findOpen' | 'waitingAt' | 'begunFor' | 'ofPerson'>;
  readonly calendar: WorkCalendar;
}): CaseLists {
  return {
    async own(turn) {
      const { member, roster } = turn;
      const { userid } = member.person;
      const isOfficer = member.role === 'secretary' || member.role === 'committee';
      const [waiting, begun, own] = await Promise.all([
        store.waitingAt(ownPlaces(member, roster)),
        isOfficer ? store.begunFor(speaksFor(member, roster)) : Promise.resolve<readonly number[]>([]),
        store.ofPerson(userid),
      ]);
      const open = await openCases(turn, [...new Set([...waiting, ...begun, ...own])]);
      const others = open.filter(({ isWaiting }) => !isWaiting);
      const isBegun = ({ found }: ListedCase): boolean =>
        found.start.by === userid || begun.includes(found.number);
      return {
        waiting: open.filter(({ isWaiting }) => isWaiting),
        begun: others.filter(isBegun),
        about: others.filter((one) => !isBegun(one) && one.found.start.subject === userid),
      };
    },
    async waiting(turn) {
      const open = await openCases(turn, await store.waitingAt(ownPlaces(turn.member, turn.roster)));
      return open.filter(({ isWaiting }) => isWaiting);
    },
    async one(turn, number) {
      const stored = await store.find(number);
      return stored !== undefined && maySee(stored.found, turn.member, turn.roster)
        ? stored.found
        : undefined;
    },
  };

  /** Those of them that are open, the most urgent first. */
  async function openCases(
    { member, roster }: Turn,
    numbers: readonly number[],
  ): Promise<readonly (ListedCase & { readonly isWaiting: boolean })[]> {
    const open = (await store.findOpen(numbers)).flatMap(({ found }) => {
      const state = stateOf(found);
      if (state.step === undefined) return [];
      const isWaiting = waitsFor(found, state, member, roster);
      return [{ found, deadline: deadlineOf(state, calendar), isWaiting }];
    });
    return open.toSorted(byUrgency);
  }
}

/** The nearest deadline first, those without one last, older ones before newer. */
function byUrgency(a: ListedCase, b: ListedCase): number {
  if (a.deadline === b.deadline) return a.found.number - b.found.number;
  return (a.deadline ?? '9999') < (b.deadline ?? '9999') ? -1 : 1;
}
