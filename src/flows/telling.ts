import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Actor } from '../library/flow.ts';
import type { Post } from '../post/post.ts';
import { laterOf, type Later } from '../publishing/later-words.ts';
import type { Person } from '../roster/roster.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case } from './case.ts';
import { stateOf } from './case-state.ts';
import { newsCard, waitingCard } from './case-cards.ts';
import { peopleAt, placesOf } from './who-acts.ts';

/** Writes to those whom a change of a case concerns; to nobody about what they just did themselves. */
export interface Telling {
  /** Tells whoever acts now. */
  waiting(turn: Turn, found: Case): Promise<Told>;
  /** When they would be told; writes to nobody. */
  foreseen(turn: Turn, found: Case): Promise<Told>;
  /** Tells these actors what was just done, unless they act next and are told that anyway. */
  news(turn: Turn, found: Case, actors: readonly Actor[]): Promise<void>;
}

/** Who is told, and how many of them not at once. */
export interface Told extends Later {
  readonly people: readonly Person[];
}

export function createTelling({
  post,
  calendar,
}: {
  readonly post: Post;
  readonly calendar: WorkCalendar;
}): Telling {
  return {
    async waiting(turn, found) {
      const people = actingNow(turn, found);
      const due = await send(
        turn,
        found,
        people,
        waitingCard(found, { roster: turn.roster, today: turn.today, calendar }),
        'w',
      );
      return { people, ...laterOf(due, turn.at) };
    },
    async foreseen(turn, found) {
      const people = actingNow(turn, found);
      const userids = people.map(({ userid }) => userid);
      const addressees = await post.address(userids, 'unasked', turn.at);
      return {
        people,
        ...laterOf(
          addressees.map(({ due }) => due),
          turn.at,
        ),
      };
    },
    async news(turn, found, actors) {
      const acting = new Set(actingNow(turn, found));
      const told = actors.flatMap((actor) => peopleOf(actor, turn, found)).filter((one) => !acting.has(one));
      await send(
        turn,
        found,
        [...new Set(told)],
        newsCard(found, { roster: turn.roster, today: turn.today, calendar }),
        'n',
      );
    },
  };

  /** The instants at which they get it. */
  async function send(
    turn: Turn,
    found: Case,
    people: readonly Person[],
    card: Card,
    kind: 'w' | 'n',
  ): Promise<readonly number[]> {
    const { number, entries } = found;
    const userids = people.map(({ userid }) => userid);
    const addressees = await post.address(userids, 'unasked', turn.at);
    post.send(
      turn.work,
      {
        id: `case-${number}-${entries.length}${kind}`,
        card,
        urgency: 'reminder',
        // Only what tells of its beginning can be taken back.
        ...(entries.length === 0 ? { subject: messagesSubject(found) } : {}),
      },
      addressees,
    );
    return addressees.flatMap(({ due }) => due ?? []);
  }
}

/** Under what the messages about the beginning of a case can be taken back together. */
export function messagesSubject({ number }: Case): string {
  return `case-${number}`;
}

/** Who acts in the step a case is in, without the member whose turn it is. */
function actingNow(turn: Turn, found: Case): readonly Person[] {
  const { step, done } = stateOf(found);
  return step === undefined ? [] : peopleOf(step.by, turn, found, done);
}

function peopleOf(
  actor: Actor,
  { roster, member }: Turn,
  { start }: Case,
  done?: ReadonlySet<string>,
): readonly Person[] {
  const people = placesOf(actor, start, roster, done).flatMap((place) => peopleAt(place, roster));
  return [...new Set(people)].filter(({ userid }) => userid !== member.person.userid);
}
