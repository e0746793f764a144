import { useState } from 'preact/hooks';

import type { ListedPerson } from '../doors/page-messages.ts';

interface PeopleListProps {
  readonly people: readonly ListedPerson[];
  readonly selected: string | null;
  readonly unread: Readonly<Record<string, number>>;
  readonly select: (userid: string) => void;
}

/** Everybody one may be, by organisation, with a search for long lists. */
export function PeopleList({ people, selected, unread, select }: PeopleListProps) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = people.filter(({ name, userid, organisation, post = '' }) =>
    [name, userid, organisation, post].some((text) => text.toLowerCase().includes(wanted)),
  );

  return (
    <nav class="people" aria-label="选一个人">
      <div class="people-search">
        <input
          type="search"
          value={search}
          aria-label="找人"
          placeholder="找人：姓名、职务、单位"
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 && <p class="nobody">没有找到。换一个词试试。</p>}
      {byOrganisation(found).map(([organisation, members]) => (
        <section key={organisation}>
          <h3>{organisation}</h3>
          <ul>
            {members.map((person) => (
              <li key={person.userid}>
                <PersonButton
                  person={person}
                  unread={unread[person.userid] ?? 0}
                  isSelected={person.userid === selected}
                  select={select}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface PersonButtonProps {
  readonly person: ListedPerson;
  readonly unread: number;
  readonly isSelected: boolean;
  readonly select: (userid: string) => void;
}

function PersonButton({ person, unread, isSelected, select }: PersonButtonProps) {
  const { userid, name, post, last } = person;

  return (
    <button
      type="button"
      class={isSelected ? 'person selected' : 'person'}
      aria-current={isSelected}
      onClick={() => select(userid)}
    >
      <span class="mark" aria-hidden="true">
        {name.slice(0, 1)}
      </span>
      <span class="person-text">
        <span class="person-name">
          {name}
          {post && <span class="post">{post}</span>}
        </span>
        <span class="person-last">{last?.text ?? '还没有消息'}</span>
      </span>
      {unread > 0 && (
        <span class="unread" aria-label={`${unread} 条没看过`}>
          {unread}
        </span>
      )}
    </button>
  );
}

/** In the order in which the organisations appear first. */
function byOrganisation(people: readonly ListedPerson[]): readonly (readonly [string, ListedPerson[]])[] {
  const groups = new Map<string, ListedPerson[]>();
  for (const person of people) {
    const members = groups.get(person.organisation) ?? [];
    groups.set(person.organisation, [...members, person]);
  }
  return [...groups];
}
