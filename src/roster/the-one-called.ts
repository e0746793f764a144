import { Refusal } from '../errors.ts';
import { peopleCalled } from './people-called.ts';
import type { Roster } from './roster-view.ts';
import type { Person } from './roster.ts';

/**
 * The one of these people who is meant by an account or a name. Throws a Refusal when it is none of them,
 * for which the caller has the words, and when several have the name.
 */
export function theOneCalled(
  typed: string,
  people: readonly Person[],
  roster: Pick<Roster, 'organisation'>,
  nobody: () => string,
): Person {
  const found = peopleCalled(typed, people);
  const [person, second] = found;
  if (person === undefined) throw new Refusal(nobody());
  if (second !== undefined) throw new Refusal(whichOne(person.name, found, roster));
  return person;
}

function whichOne(name: string, found: readonly Person[], roster: Pick<Roster, 'organisation'>): string {
  const shown = found.slice(0, mostNamesakes);
  return [
    `有 ${found.length} 位${name}，请写账号：`,
    ...shown.map(
      ({ userid, organisation }) => `${userid}（${roster.organisation(organisation)?.name ?? ''}）`,
    ),
    ...(shown.length < found.length ? [`还有 ${found.length - shown.length} 位没有列出。`] : []),
    '把名字换成账号，整句再发一次。',
  ].join('\n');
}

/** With the other lines they must fit one phone screen of 12 lines. */
const mostNamesakes = 8;
