import type { Card } from '../chat/card.ts';
import type { Addressee, Letter, Post } from '../post/post.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { accountKey } from '../roster/account.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { SendingKind } from '../time/sending-window.ts';
import type { Zone } from '../time/zone.ts';
import type { Invited, Standing } from './invitation.ts';
import type { Meeting } from './meeting.ts';

/** Writes to the people of a meeting, in the words of the day on which each of them reads it. */
export interface Telling {
  /** Who would get a message of now, and when; nobody after the meeting has begun. */
  reach(invited: readonly Invited[], question: ReachQuestion): Promise<Reach>;
  /** States the messages. `id` is new for ever and says what is told. */
  tell(work: UnitOfWork, id: string, reached: readonly Reached[], cardOf: CardOf): void;
}

export interface ReachQuestion {
  readonly roster: Roster;
  readonly now: number;
  readonly kind: SendingKind;
  /** Userid of whoever does it, who need not be told. */
  readonly by?: string;
  /** Of no use from then on, in milliseconds since the epoch. */
  readonly before: number;
}

export interface Reach {
  /** Whether whoever does it is invited too: the figures are of the others. */
  readonly isOfOthers: boolean;
  readonly reached: readonly Reached[];
  /** Of the reached, how many get it only when their quiet time is over, and when the first of them does. */
  readonly later: number;
  readonly laterFrom?: number;
  /** On the roster, and not to be reached in time. */
  readonly missed: number;
}

/** An addressee in time. */
export interface Reached extends Addressee {
  readonly due: number;
  readonly standing: Standing;
}

/** What somebody reads on a day: 明天 is today's by the time their quiet hours are over. */
export type CardOf = (today: LocalDate, standing: Standing) => Card;

export function createTelling({ post, zone }: { readonly post: Post; readonly zone: Zone }): Telling {
  return {
    async reach(invited, { roster, by, now, kind, before }) {
      const others = invited.filter(({ userid }) => by === undefined || userid !== accountKey(by));
      const present = others.flatMap(({ userid, standing }) => {
        const member = roster.find(userid);
        return member === undefined ? [] : [{ userid: member.person.userid, standing }];
      });
      const addressees = await post.address(
        present.map(({ userid }) => userid),
        kind,
        now,
      );
      const reached = addressees.flatMap((addressee, index): readonly Reached[] => {
        const { due } = addressee;
        const standing = present[index]?.standing ?? 'guest';
        return due === undefined || due >= before ? [] : [{ ...addressee, due, standing }];
      });
      const later = reached.filter(({ due }) => due > now);
      return {
        isOfOthers: others.length < invited.length,
        reached,
        later: later.length,
        ...(later.length === 0 ? {} : { laterFrom: Math.min(...later.map(({ due }) => due)) }),
        missed: addressees.length - reached.length,
      };
    },
    tell(work, id, reached, cardOf) {
      const groups = new Map<string, Reached[]>();
      for (const one of reached) {
        const name = `${zone.localAt(one.due).date} ${one.standing === 'guest' ? 'g' : 'm'}`;
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [one]);
        else group.push(one);
      }
      for (const [name, group] of groups) {
        const [first] = group;
        if (first === undefined) continue;
        const card = cardOf(zone.localAt(first.due).date, first.standing);
        const letter: Letter = { id: `${id}-${name.replaceAll(' ', '')}`, card, urgency: 'notice' };
        post.send(work, letter, group);
      }
    },
  };
}

/** When a meeting begins, in milliseconds since the epoch. */
export function startOf({ date, minute }: Pick<Meeting, 'date' | 'minute'>, zone: Zone): number {
  return zone.instantOf(date, minute);
}

/** Whether it is too late to say whether one comes. */
export function hasBegun(
  meeting: Pick<Meeting, 'date' | 'minute' | 'state'>,
  at: number,
  zone: Zone,
): boolean {
  return meeting.state === 'held' || startOf(meeting, zone) <= at;
}
