import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { StudyItem } from '../library/study-item.ts';
import { addDays, weekdayOf } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Assignment } from './assign-item.ts';
import { checkInField, checkInOn } from './check-in.ts';
import { nextItem } from './next-item.ts';
import type { CheckInStore } from './check-in-store.ts';
import type { HadItem, StudyStore } from './study-store.ts';
import { studyOn, type TodaysStudy } from './todays-study.ts';

/** What a member does with the study content. */
export interface Study {
  /** Today's item; on a day off, or when everything has been had, the latest one. */
  today(turn: Turn): Promise<Studied | undefined>;
  /** Another one than today's, which then is today's; `undefined` when there is no other. */
  another(turn: Turn): Promise<Studied | undefined>;
  /** Marks an item done, once: the one named (a tap on its card; in lower case), else today's. */
  finish(turn: Turn, itemId: string | undefined): Promise<Finished>;
  /** Whether this item was sent to the member and is not done. */
  waitsFor(turn: Turn, item: StudyItem): Promise<boolean>;
  /** Today's voluntary check-in, once a day. */
  checkIn(turn: Turn): CheckedIn;
  /** The latest items the member has had, newest first. */
  latest(turn: Turn, count: number): Promise<readonly HadStudy[]>;
  /** On how many working days of this week, up to today, the member finished something. */
  week(turn: Turn): Promise<StudyWeek>;
}

export interface HadStudy {
  readonly item: StudyItem;
  readonly had: HadItem;
}

export interface StudyWeek {
  readonly days: number;
  /** Working days of the whole week. */
  readonly workdays: number;
}

export interface Studied {
  readonly item: StudyItem;
  readonly state: TodaysStudy;
}

export type Finished =
  /** `at` is when it was done, now or then. */
  | { readonly outcome: 'finished' | 'already'; readonly item: StudyItem; readonly at: LocalMoment }
  /** There is no such item, or today's has not been seen yet. */
  | { readonly outcome: 'notSeen' };

export interface CheckedIn {
  readonly outcome: 'recorded' | 'already';
  /** Minute of the day. */
  readonly minute: number;
}

export interface StudyParts {
  readonly items: readonly StudyItem[];
  readonly calendar: WorkCalendar;
  readonly desks: Desks;
  readonly store: StudyStore;
  readonly checkIns: Pick<CheckInStore, 'note'>;
  readonly assignment: Assignment;
}

export function createStudy({ items, calendar, desks, store, checkIns, assignment }: StudyParts): Study {
  const byId = new Map(items.map((item) => [item.id.toLowerCase(), item]));

  return {
    async today(turn) {
      const state = studyOn(turn.desk);
      const item = state === undefined ? undefined : byId.get(state.itemId.toLowerCase());
      const current = state === undefined || item === undefined ? undefined : { state, item };
      if (current !== undefined && isCurrent(current.state, turn)) return current;
      return (await another(turn)) ?? current;
    },
    another,
    async finish(turn, itemId) {
      const state = studyOn(turn.desk);
      const now = { date: turn.today, minute: turn.minute };
      if (
        state !== undefined &&
        (itemId === undefined ? isCurrent(state, turn) : itemId === state.itemId.toLowerCase())
      ) {
        const item = byId.get(state.itemId.toLowerCase());
        if (item === undefined) return { outcome: 'notSeen' };
        if (state.doneAt !== undefined) {
          return { outcome: 'already', item, at: { date: state.date, minute: state.doneAt } };
        }
        assignment.set(turn.work, turn.member.person.userid, turn.desk, { ...state, doneAt: turn.minute });
        store.noteDone(turn.work, turn.member.person.userid, item.id, state.date, now);
        return { outcome: 'finished', item, at: now };
      }
      return itemId === undefined ? { outcome: 'notSeen' } : finishEarlier(turn, itemId, now);
    },
    async waitsFor(turn, item) {
      const noted = (await store.had(turn.member.person.userid)).get(item.id);
      return noted !== undefined && noted.doneAt === undefined;
    },
    checkIn(turn) {
      const earlier = checkInOn(turn.desk, turn.today);
      if (earlier !== undefined) return { outcome: 'already', minute: earlier.minute };
      const userid = turn.member.person.userid;
      turn.work.write('HSET', desks.key(userid), checkInField, `${turn.today} ${turn.minute}`);
      checkIns.note(turn.work, userid, { date: turn.today, minute: turn.minute });
      return { outcome: 'recorded', minute: turn.minute };
    },
    async latest(turn, count) {
      const had = await store.had(turn.member.person.userid);
      return [...had]
        .toSorted(([, a], [, b]) => (a.sentOn < b.sentOn ? 1 : -1))
        .flatMap(([id, one]) => {
          const item = byId.get(id.toLowerCase());
          return item === undefined ? [] : [{ item, had: one }];
        })
        .slice(0, count);
    },
    async week(turn) {
      const monday = addDays(turn.today, 1 - weekdayOf(turn.today));
      const had = await store.had(turn.member.person.userid);
      const days = [...had.values()].flatMap(({ doneAt }) =>
        doneAt !== undefined && doneAt.date >= monday && calendar.isWorkday(doneAt.date) ? [doneAt.date] : [],
      );
      return { days: new Set(days).size, workdays: calendar.workdaysBetween(monday, addDays(monday, 7)) };
    },
  };

  function isCurrent(state: TodaysStudy, turn: Turn): boolean {
    return state.date === turn.today || !calendar.isWorkday(turn.today);
  }

  /** A tap on the card of an earlier day. */
  async function finishEarlier(turn: Turn, itemId: string, now: LocalMoment): Promise<Finished> {
    const item = byId.get(itemId);
    const had = await store.had(turn.member.person.userid);
    const noted = item && had.get(item.id);
    if (item === undefined || noted === undefined) return { outcome: 'notSeen' };
    if (noted.doneAt !== undefined) return { outcome: 'already', item, at: noted.doneAt };
    store.noteDone(turn.work, turn.member.person.userid, item.id, noted.sentOn, now);
    return { outcome: 'finished', item, at: now };
  }

  async function another(turn: Turn): Promise<Studied | undefined> {
    const had = new Set((await store.had(turn.member.person.userid)).keys());
    const item = nextItem(items, turn.member.person, had, turn.today);
    if (item === undefined) return undefined;
    assignment.send(turn.work, turn.member.person.userid, turn.desk, item.id, turn.today);
    return { item, state: { date: turn.today, itemId: item.id } };
  }
}
