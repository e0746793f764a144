import { comparable } from './comparable.ts';
import type { Person } from './roster.ts';

/** Those who have this account, else those who have this name; nobody for an empty text. */
export function peopleCalled(typed: string, people: readonly Person[]): readonly Person[] {
  const index = indexOf(people);
  const wanted = comparable(typed);
  return index.accounts.get(wanted) ?? index.names.get(wanted) ?? [];
}

interface Index {
  readonly accounts: ReadonlyMap<string, readonly Person[]>;
  readonly names: ReadonlyMap<string, readonly Person[]>;
}

/** The people of a roster never change, and an audience may name many of them. */
const indexes = new WeakMap<readonly Person[], Index>();

function indexOf(people: readonly Person[]): Index {
  const known = indexes.get(people);
  if (known !== undefined) return known;
  const index = {
    accounts: groupedBy(people, ({ userid }) => userid),
    names: groupedBy(people, ({ name }) => name),
  };
  indexes.set(people, index);
  return index;
}

function groupedBy(
  people: readonly Person[],
  textOf: (person: Person) => string,
): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const text = comparable(textOf(person));
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [person]);
    else group.push(person);
  }
  return groups;
}
