import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Unreachable } from '../delivery/unreachable.ts';
import type { Post } from '../post/post.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { ReminderStore } from './reminder-store.ts';

/** Reminds an officer's people of one thing, at most once in half an hour. */
export type RemindPeople = (
  turn: Turn,
  organisation: Organisation,
  subject: string,
) => Promise<{ readonly minutesLeft: number } | { readonly send: SendReminders }>;

/**
 * States the messages, and that this subject was reminded of when anybody could be. `takenBackAs`: what
 * they can be taken back with, should what they remind of be.
 */
export type SendReminders = (reminded: readonly Reminded[], takenBackAs?: string) => Promise<SentReminders>;

export interface Reminded {
  readonly person: Person;
  /** The same for people who get the same card: those share calls. Letters, digits and `-`. */
  readonly name: string;
  readonly card: Card;
}

/** What became of a reminder; `reminded` and `neverReachable` add up to those who were to be reminded. */
export interface SentReminders {
  readonly reminded: number;
  /** Of the reminded, how many get it only when their quiet hours are over, and when the first of them does. */
  readonly later: number;
  readonly laterFrom?: number;
  /** Of the reminded, those whom the last message did not reach, with the reason. */
  readonly unreachable: ReadonlyMap<string, number>;
  /** Their quiet hours leave no time at all. */
  readonly neverReachable: number;
}

/** Contract §4: at most once in 30 minutes for the same thing. In milliseconds. */
const interval = 30 * 60_000;

export interface RemindPeopleParts {
  readonly post: Post;
  readonly store: ReminderStore;
  readonly unreachable: Pick<Unreachable, 'of'>;
}

export function createRemindPeople({ post, store, unreachable }: RemindPeopleParts): RemindPeople {
  return async (turn, { code }, subject) => {
    const last = await store.last(code, subject);
    if (last !== undefined && turn.at < last + interval) {
      return { minutesLeft: Math.ceil((last + interval - turn.at) / 60_000) };
    }
    return { send };

    async function send(reminded: readonly Reminded[], takenBackAs?: string): Promise<SentReminders> {
      const together = takenBackAs === undefined ? {} : { subject: takenBackAs };
      const userids = reminded.map(({ person }) => person.userid);
      const addressees = await post.address(userids, 'unasked', turn.at);
      const nameOf = new Map(reminded.map(({ person, name }) => [person.userid, name]));
      for (const [name, card] of new Map(reminded.map((one) => [one.name, one.card]))) {
        post.send(
          turn.work,
          { id: `remind-${turn.identity}-${name}`, card, urgency: 'reminder', ...together },
          addressees.filter(({ userid }) => nameOf.get(userid) === name),
        );
      }
      const reachable = addressees.filter(({ due }) => due !== undefined);
      if (reachable.length > 0) store.note(turn.work, code, subject, last, turn.at);

      const later = reachable.flatMap(({ due }) => (due !== undefined && due > turn.at ? [due] : []));
      return {
        reminded: reachable.length,
        later: later.length,
        ...(later.length === 0 ? {} : { laterFrom: Math.min(...later) }),
        unreachable: countReasons(await unreachable.of(reachable.map(({ userid }) => userid))),
        neverReachable: addressees.length - reachable.length,
      };
    }
  };
}

function countReasons(reasons: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const reason of reasons.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
