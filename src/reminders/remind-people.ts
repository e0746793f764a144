import type { Card } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Unreachable } from '../delivery/unreachable.ts';
import type { Post } from '../post/post.ts';
import { laterOf, type Later } from '../publishing/later-words.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { Zone } from '../time/zone.ts';
import type { ReminderStore } from './reminder-store.ts';

/** Reminds an officer's people of one thing, at most once in half an hour. */
export type RemindPeople = (
  turn: Turn,
  organisation: Organisation,
  subject: string,
) => Promise<{ readonly minutesLeft: number } | { readonly send: SendReminders }>;

/** States the messages, and that this subject was reminded of when anybody could be. */
export type SendReminders = (reminded: readonly Reminded[], how?: ReminderLimits) => Promise<SentReminders>;

export interface ReminderLimits {
  /** What they can be taken back with, should what they remind of be. */
  readonly takenBackAs?: string;
  /** It reminds of something of today, and says nothing to whoever reads it tomorrow. */
  readonly only?: 'today';
}

export interface Reminded {
  readonly person: Person;
  /** The same for people who get the same card: those share calls. Letters, digits and `-`. */
  readonly name: string;
  readonly card: Card;
  /** States what else is so once this person is reminded. */
  readonly whenSent?: () => void;
}

/**
 * What became of a reminder; `reminded`, `justReminded`, `notToday` and `neverReachable` add up to those who
 * were to be reminded.
 */
export interface SentReminders extends Later {
  readonly reminded: number;
  /** Somebody else reminded them of it, or will, less than half an hour before this would reach them. */
  readonly justReminded: number;
  /** They cannot be reached today any more, and it is of no use tomorrow. */
  readonly notToday: number;
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
  readonly zone: Zone;
}

export function createRemindPeople({ post, store, unreachable, zone }: RemindPeopleParts): RemindPeople {
  return async (turn, { code }, subject) => {
    const last = await store.last(code, subject);
    if (last !== undefined && turn.at < last + interval) {
      return { minutesLeft: Math.ceil((last + interval - turn.at) / 60_000) };
    }
    return { send };

    async function send(reminded: readonly Reminded[], how: ReminderLimits = {}): Promise<SentReminders> {
      const together = how.takenBackAs === undefined ? {} : { subject: how.takenBackAs };
      const userids = reminded.map(({ person }) => person.userid);
      const addressees = await post.address(userids, 'unasked', turn.at);
      const before = await store.lastOfEach(subject, userids);
      const reachable = addressees.flatMap((one) =>
        one.due === undefined ? [] : [{ ...one, due: one.due }],
      );
      const inTime = reachable.filter(
        ({ due }) => how.only === undefined || zone.localAt(due).date === turn.today,
      );
      const sent = inTime.filter(
        ({ userid, due }) => due >= (before.due.get(userid) ?? -interval) + interval,
      );

      const sentTo = new Set(sent.map(({ userid }) => userid));
      const chosen = reminded.filter(({ person }) => sentTo.has(person.userid));
      for (const { whenSent } of chosen) whenSent?.();
      const nameOf = new Map(chosen.map(({ person, name }) => [person.userid, name]));
      for (const [name, card] of new Map(chosen.map((one) => [one.name, one.card]))) {
        post.send(
          turn.work,
          { id: `remind-${turn.identity}-${name}`, card, urgency: 'reminder', ...together },
          sent.filter(({ userid }) => nameOf.get(userid) === name),
        );
      }
      if (sent.length > 0) {
        store.note(turn.work, code, subject, last, turn.at);
        store.notePeople(turn.work, subject, before, sent, turn.at - interval);
      }
      return {
        reminded: sent.length,
        justReminded: inTime.length - sent.length,
        notToday: reachable.length - inTime.length,
        ...laterOf(
          sent.map(({ due }) => due),
          turn.at,
        ),
        unreachable: countReasons(await unreachable.of(sent.map(({ userid }) => userid))),
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
