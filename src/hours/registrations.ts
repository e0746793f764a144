import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { HoursRules } from '../library/hours-rules.ts';
import { hoursStandard } from '../library/hours-standard.ts';
import type { Person } from '../roster/roster.ts';
import { scopeOf } from './scope.ts';
import { yearOf } from '../time/local-date.ts';
import { noteDeed } from '../undo/latest-deed.ts';
import { choosePeople, type ChosenPeople } from './chosen-people.ts';
import { isOf, type CreditEntry, type Occasion } from './credit-entry.ts';
import type { HoursChange, HoursStore } from './hours-store.ts';
import { inOrder } from './in-order.ts';
import { nothingToWithdraw } from './nothing-to-withdraw.ts';
import { readCredit } from './read-credit.ts';
import { readOccasion } from './read-occasion.ts';
import { readTheory } from './read-theory.ts';
import { exampleOf, type TypedRegistration, type TypedWithdrawal } from './typed-registration.ts';

/** What officers register by hand: hours of events that the service knows nothing of. */
export interface Registrations {
  /** Credits people, each once for an occasion. Throws a Refusal that says what was not understood. */
  register(turn: Turn, typed: TypedRegistration): Promise<Registered>;
  /** Takes away what was registered. Throws a Refusal when there is nothing the officer may take away. */
  withdraw(turn: Turn, typed: TypedWithdrawal): Promise<Withdrawn>;
}

export interface Registered {
  readonly entry: CreditEntry;
  /** Whom the officer named. The next two add up to them. */
  readonly chosen: ChosenPeople;
  readonly credited: readonly Person[];
  /** They had hours for the same occasion already; nothing of theirs was changed. */
  readonly already: readonly Person[];
  /** Whether a share of 政治理论 is asked here, so that the officer should see how it was noted. */
  readonly asksTheory: boolean;
}

export interface Withdrawn {
  readonly occasion: Occasion;
  readonly chosen: ChosenPeople;
  readonly withdrawn: readonly Person[];
  /** Named, and left as they were: nothing was registered, or not by the officer's organisation. */
  readonly untouched: readonly Person[];
}

export interface RegistrationParts {
  readonly rules: HoursRules;
  readonly store: Pick<HoursStore, 'ofEach' | 'change' | 'keepLatest'>;
  readonly desks: Desks;
}

export function createRegistrations({ rules, store, desks }: RegistrationParts): Registrations {
  return {
    async register(turn, said) {
      const typed = inOrder(said, rules);
      const example = exampleOf('记学时', typed);
      const { occasion, category } = readOccasion(typed, rules, turn.today, example);
      const hours = readCredit(typed.amount, category, occasion, example);
      const { theory, people } = readTheory(typed.people, category);
      const chosen = choosePeople(turn, people, example({ people: '全体' }));
      const by = scopeOf(turn).code;
      const entry: CreditEntry = { ...occasion, event: { kind: 'registered', by }, hours, theory };

      const found = await entriesFor(occasion, chosen);
      const credited = peopleOf(found.filter(({ entries }) => entries.length === 0));
      keep(
        turn,
        credited.map(({ userid }) => ({ userid, before: undefined, after: entry })),
      );
      return {
        entry,
        chosen,
        credited,
        already: peopleOf(found.filter(({ entries }) => entries.length > 0)),
        asksTheory: hoursStandard(rules.presets, yearOf(occasion.from)).theoryPercent !== undefined,
      };
    },

    async withdraw(turn, said) {
      const typed = inOrder(said, rules);
      const example = exampleOf('撤学时', typed);
      const { occasion } = readOccasion(typed, rules, turn.today, example);
      const chosen = choosePeople(turn, typed.people, example({ people: '全体' }));
      const mayTake = new Set(turn.roster.scopeOf(turn.member).map(({ code }) => code));

      const found = await entriesFor(occasion, chosen);
      const changes = found.flatMap(({ person, entries }) =>
        entries
          .filter(({ event }) => event.kind === 'registered' && mayTake.has(event.by))
          .map((before) => ({ userid: person.userid, before, after: undefined })),
      );
      if (changes.length === 0) {
        const others = found.flatMap(({ entries }) => entries);
        throw new Refusal(nothingToWithdraw(turn, occasion, chosen, others));
      }
      keep(turn, changes);
      const taken = new Set(changes.map(({ userid }) => userid));
      return {
        occasion,
        chosen,
        withdrawn: chosen.people.filter(({ userid }) => taken.has(userid)),
        untouched: chosen.people.filter(({ userid }) => !taken.has(userid)),
      };
    },
  };

  /** What each of these people has for an occasion. */
  async function entriesFor(occasion: Occasion, { people }: ChosenPeople): Promise<readonly PersonEntries[]> {
    const userids = people.map(({ userid }) => userid);
    const own = await store.ofEach(userids, yearOf(occasion.from), (entries) =>
      entries.filter((entry) => isOf(entry, occasion)),
    );
    return people.map((person, index) => ({ person, entries: own[index] ?? [] }));
  }

  /** States the changes, and that 撤销 takes them back. */
  function keep(turn: Turn, changes: readonly HoursChange[]): void {
    if (changes.length === 0) return;
    const { userid } = turn.member.person;
    store.change(turn.work, changes);
    store.keepLatest(turn.work, userid, changes);
    noteDeed(turn, desks.key(userid), { kind: 'hours', detail: '' });
  }
}

interface PersonEntries {
  readonly person: Person;
  readonly entries: readonly CreditEntry[];
}

function peopleOf(found: readonly PersonEntries[]): readonly Person[] {
  return found.map(({ person }) => person);
}
