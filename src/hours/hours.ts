import type { Turn } from '../chat/turn.ts';
import type { HoursRules } from '../library/hours-rules.ts';
import { hoursStandard, type HoursStandard } from '../library/hours-standard.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { isPartyMember } from '../roster/party-member.ts';
import { yearOf, type LocalDate } from '../time/local-date.ts';
import { hoursOf, type Amount } from './amount.ts';
import { countingOn } from './counting.ts';
import { coverageOf, membersByUnit, type Coverage, type PersonYear } from './coverage.ts';
import { countedEntries, sumOfHours, type CreditEntry, type KnownEvent } from './credit-entry.ts';
import type { HoursStore } from './hours-store.ts';
import { targetOf } from './target.ts';

/**
 * The ledger of credit hours: for each person and calendar year what was attended, as its organiser
 * credited it (domain §5). Nothing is ever counted from time on a screen, and people are not compared.
 */
export interface Hours {
  /**
   * States what somebody gets for an event the service itself knows to have been attended or passed; once
   * for each event, however often it is stated. Returns how many hours these are: 0 where `content/hours/`
   * gives nothing for it.
   */
  credit(work: UnitOfWork, userid: string, credit: Credit): number;
  /** States that it was a mistake: somebody was not there after all. */
  retract(work: UnitOfWork, userid: string, credit: Pick<Credit, 'event' | 'on'>): void;
  /** The member's own year. */
  own(turn: Turn, year: number): Promise<OwnHours>;
  /** Counts over an officer's own people; never names. */
  coverage(turn: Turn): Promise<Coverage>;
  /** The same for each branch with party members, by its code, in the order of the roster; for any year. */
  coverageByUnit(turn: Turn, year: number): Promise<ReadonlyMap<string, Coverage>>;
}

export interface Credit {
  readonly event: KnownEvent;
  readonly category: string;
  readonly on: LocalDate;
  /** How long the event was, by its organiser. */
  readonly amount: Amount;
}

export interface OwnHours {
  readonly year: number;
  readonly total: number;
  /** Absent for whom nothing is asked of. */
  readonly target: number | undefined;
  /** Newest first. */
  readonly entries: readonly CreditEntry[];
}

export function createHours({
  rules,
  store,
}: {
  readonly rules: HoursRules;
  readonly store: Pick<HoursStore, 'add' | 'drop' | 'entries' | 'ofEach'>;
}): Hours {
  const standardOf = (year: number): HoursStandard => hoursStandard(rules.presets, year);

  return {
    credit(work, userid, { event, category: name, on, amount }) {
      const category = countingOn(rules, on)?.categories.find((one) => one.name === name);
      if (category === undefined) return 0;
      const worth = Math.min(hoursOf(amount, category) ?? 0, category.most);
      const hours = Math.floor(worth * 2) / 2;
      if (hours <= 0) return 0;
      store.add(work, userid, { event, category: name, from: on, until: on, hours, theory: category.theory });
      return hours;
    },
    retract(work, userid, { event, on }) {
      store.drop(work, userid, yearOf(on), event);
    },
    async own(turn, year) {
      const { person } = turn.member;
      const entries = countedEntries(await store.entries(person.userid, year));
      return {
        year,
        total: sumOfHours(entries),
        target: targetOf(person, standardOf(year)),
        entries: entries.toSorted((a, b) => (a.until > b.until ? -1 : 1)),
      };
    },
    async coverage(turn) {
      const year = yearOf(turn.today);
      return coverageOf(await yearsOf(turn, year), standardOf(year));
    },
    async coverageByUnit(turn, year) {
      const units = membersByUnit(await yearsOf(turn, year));
      return new Map([...units].map(([unit, people]) => [unit, coverageOf(people, standardOf(year))]));
    },
  };

  /** A year of each party member an officer answers for. */
  async function yearsOf({ roster, member }: Turn, year: number): Promise<readonly PersonYear[]> {
    const members = roster.peopleInScopeOf(member).filter(isPartyMember);
    const sums = await store.ofEach(
      members.map(({ userid }) => userid),
      year,
      (entries) => {
        const counted = countedEntries(entries);
        return {
          hours: sumOfHours(counted),
          theoryHours: sumOfHours(counted.filter(({ theory }) => theory)),
        };
      },
    );
    const standard = standardOf(year);
    return members.map((person, index) => ({
      unit: roster.branchOf(person.organisation)?.code ?? person.organisation,
      target: targetOf(person, standard),
      hours: sums[index]?.hours ?? 0,
      theoryHours: sums[index]?.theoryHours ?? 0,
    }));
  }
}
