import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { Unreachable } from '../delivery/unreachable.ts';
import type { Post } from '../post/post.ts';
import type { Organisation, Person } from '../roster/roster.ts';
import type { StudyItem } from '../library/study-item.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import { isPartyMember } from '../roster/party-member.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Assignment } from '../study/assign-item.ts';
import { nextItem } from '../study/next-item.ts';
import type { StudyStore } from '../study/study-store.ts';
import { studyCard } from '../study/study-cards.ts';
import { studyField, studyOn } from '../study/todays-study.ts';
import type { ReminderStore } from './reminder-store.ts';

/** What officers send to those of their own people who have not done something yet. */
export interface Reminders {
  /** Reminds those of the officer's scope who have not done today's study item. */
  study(turn: Turn): Promise<StudyReminder>;
}

export type StudyReminder =
  | { readonly outcome: 'dayOff' }
  /** Somebody reminded of the same thing less than 30 minutes ago. */
  | { readonly outcome: 'tooSoon'; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded' } & ReminderFigures);

/** They add up: `scope.length` people are done, spared, reminded or without an item yet. */
export interface ReminderFigures {
  readonly organisation: Organisation;
  readonly total: number;
  readonly done: number;
  readonly spared: number;
  /** They have had everything there is. */
  readonly withoutItem: number;
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

export interface ReminderParts {
  readonly items: readonly StudyItem[];
  readonly calendar: WorkCalendar;
  readonly desks: Desks;
  readonly study: Pick<StudyStore, 'hadByEach'>;
  readonly assignment: Assignment;
  readonly post: Post;
  readonly store: ReminderStore;
  readonly unreachable: Pick<Unreachable, 'of'>;
}

export function createReminders(parts: ReminderParts): Reminders {
  const { items, calendar, desks, study, assignment, post, store, unreachable } = parts;
  const byId = new Map(items.map((item) => [item.id, item]));

  return {
    async study(turn) {
      if (!calendar.isWorkday(turn.today)) return { outcome: 'dayOff' };
      const organisation = turn.roster.scopeOf(turn.member)[0] ?? turn.member.organisation;
      const last = await store.last(organisation.code, 'study');
      if (last !== undefined && turn.at < last + interval) {
        return { outcome: 'tooSoon', minutesLeft: Math.ceil((last + interval - turn.at) / 60_000) };
      }

      const scope = turn.roster.peopleInScopeOf(turn.member).filter(isPartyMember);
      const state = await studyOf(scope, turn);
      const open = state.filter(({ state: one }) => one === 'open');
      const addressees = await post.address(
        open.map(({ person }) => person.userid),
        'unasked',
        turn.at,
      );
      const reachable = addressees.filter(({ due }) => due !== undefined);
      sendByItem(turn, open, reachable);
      if (reachable.length > 0) store.note(turn.work, organisation.code, 'study', last, turn.at);

      const later = reachable.flatMap(({ due }) => (due !== undefined && due > turn.at ? [due] : []));
      const laterFrom = later.length === 0 ? undefined : Math.min(...later);
      return {
        outcome: 'reminded',
        organisation,
        total: scope.length,
        done: state.filter(({ state: one }) => one === 'done').length,
        spared: state.filter(({ state: one }) => one === 'spared').length,
        withoutItem: state.filter(({ state: one }) => one === 'withoutItem').length,
        reminded: reachable.length,
        later: later.length,
        ...(laterFrom === undefined ? {} : { laterFrom }),
        unreachable: countReasons(await unreachable.of(reachable.map(({ userid }) => userid))),
        neverReachable: addressees.length - reachable.length,
      };
    },
  };

  /** Whoever has no item of today yet is given the next one: a reminder has to remind of something. */
  async function studyOf(scope: readonly Person[], turn: Turn): Promise<readonly PersonStudy[]> {
    const userids = scope.map(({ userid }) => userid);
    const rows = await desks.read(userids, [studyField]);
    const had = await study.hadByEach(userids);
    return scope.map((person, index): PersonStudy => {
      const desk = rows[index] ?? {};
      const today = studyOn(desk);
      const assigned = today?.date === turn.today ? byId.get(today.itemId) : undefined;
      if (assigned !== undefined && today?.doneAt !== undefined) return { person, state: 'done' };
      if (sparedFromReminders(person)) return { person, state: 'spared' };
      if (assigned !== undefined) return { person, state: 'open', item: assigned };
      const next = nextItem(items, person, had[index] ?? new Set(), turn.today);
      if (next === undefined) return { person, state: 'withoutItem' };
      assignment.send(turn.work, person.userid, desk, next.id, turn.today);
      return { person, state: 'open', item: next };
    });
  }

  /** People may have different items; those with the same one share a call. */
  function sendByItem(
    turn: Turn,
    open: readonly PersonStudy[],
    reachable: Awaited<ReturnType<Post['address']>>,
  ): void {
    const itemOf = new Map(open.map(({ person, item }) => [person.userid, item]));
    for (const item of new Set(itemOf.values())) {
      if (item === undefined) continue;
      const card = { ...studyCard(item), note: '今天的学习还没有点“已学完”，有空时看一看。' };
      post.send(
        turn.work,
        { id: `remind-${turn.identity}-${item.id}`, card, urgency: 'reminder' },
        reachable.filter(({ userid }) => itemOf.get(userid) === item),
      );
    }
  }
}

interface PersonStudy {
  readonly person: Person;
  readonly state: 'done' | 'spared' | 'open' | 'withoutItem';
  /** Present for those who are `open`. */
  readonly item?: StudyItem;
}

function countReasons(reasons: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const reason of reasons.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
