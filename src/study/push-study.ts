import type { Automatic } from '../automatic/automatic.ts';
import type { AutomaticPart } from '../automatic/automatic-part.ts';
import type { Card } from '../chat/card.ts';
import type { Desk } from '../chat/desk.ts';
import type { Desks } from '../chat/desk-store.ts';
import { Fault } from '../errors.ts';
import type { StudyItem } from '../library/study-item.ts';
import { preferenceFields, preferencesOn } from '../preferences/preferences.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Person } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import { earliestSending } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Assignment } from './assign-item.ts';
import { nextItem } from './next-item.ts';
import { studyCard } from './study-cards.ts';
import type { StudyStore } from './study-store.ts';
import { studyField, studyOn } from './todays-study.ts';

/** The morning's study push. */
export interface StudyPush {
  /** Who would get which item; changes nothing. */
  plan(people: readonly Person[], at: number): Promise<readonly PlannedItem[]>;
  /** Chooses each person's item of the day and lets it wait for its time. Can be run twice. */
  push(people: readonly Person[], at: number): Promise<void>;
  /** Of these automatic parts, those that are not study items already done. */
  stillNeeded(parts: readonly AutomaticPart[]): Promise<readonly AutomaticPart[]>;
}

export interface PlannedItem {
  readonly person: Person;
  readonly item: StudyItem;
  readonly due: number;
}

export interface StudyPushParts {
  readonly items: readonly StudyItem[];
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly desks: Desks;
  readonly store: StudyStore;
  readonly assignment: Assignment;
  readonly automatic: Pick<Automatic, 'add'>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createStudyPush(parts: StudyPushParts): StudyPush {
  const { items, calendar, zone, desks, store, assignment, automatic } = parts;

  return {
    async plan(people, at) {
      return (await decide(people, at)).map(({ person, item, due }) => ({ person, item, due }));
    },
    async push(people, at) {
      for (let start = 0; start < people.length; start += peoplePerCommit) {
        await pushSome(people.slice(start, start + peoplePerCommit), at);
      }
    },
    async stillNeeded(waiting) {
      const rows = await desks.read(
        waiting.map((part) => part.userid),
        [studyField],
      );
      return waiting.filter((part, index) => {
        const state = studyOn(rows[index] ?? {});
        return !(state?.doneAt !== undefined && part.subject === subjectOf(state.date));
      });
    },
  };

  async function pushSome(people: readonly Person[], at: number): Promise<void> {
    const today = zone.localAt(at).date;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const chosen = await decide(people, at);
      if (chosen.length === 0) return;
      const work = createUnitOfWork();
      const cards = new Map<string, Card>();
      for (const { person, item, desk } of chosen) {
        assignment.send(work, person.userid, desk, item.id, today);
        cards.set(cardName(today, item), studyCard(item));
      }
      automatic.add(
        work,
        chosen.map(({ person, item, due }) => ({
          userid: person.userid,
          subject: subjectOf(today),
          due,
          card: cardName(today, item),
        })),
        cards,
      );
      if ((await parts.commit(work)) === undefined) return;
    }
    throw new Fault(
      'choosing the study items of the day',
      'desks changed at every attempt; the next heartbeat tries again',
    );
  }

  /** Whoever has today's item already (pushed, or asked for before breakfast) is left alone. */
  async function decide(
    people: readonly Person[],
    at: number,
  ): Promise<readonly (PlannedItem & { desk: Desk })[]> {
    const today = zone.localAt(at).date;
    if (!calendar.isWorkday(today)) return [];
    const userids = people.map(({ userid }) => userid);
    const rows = await desks.read(userids, [studyField, ...preferenceFields]);
    const had = await store.hadByEach(userids);
    return people.flatMap((person, index) => {
      const desk = rows[index] ?? {};
      if (studyOn(desk)?.date === today) return [];
      const item = nextItem(items, person, had[index] ?? new Set(), today);
      const { quiet, pausedUntil } = preferencesOn(desk);
      const due = earliestSending({
        now: at,
        kind: 'automatic',
        zone,
        calendar,
        ...(quiet === undefined ? {} : { quiet }),
        ...(pausedUntil === undefined ? {} : { pausedUntil }),
      });
      // What cannot be sent today is not today's item any more.
      if (item === undefined || due === undefined || zone.localAt(due).date !== today) return [];
      return [{ person, item, due, desk }];
    });
  }
}

const peoplePerCommit = 500;

/** Somebody among 500 may be asking for 学习 at this very moment; hardly eight times in a row. */
const attempts = 8;

function subjectOf(date: LocalDate): string {
  return `study-${date}`;
}

function cardName(date: LocalDate, item: StudyItem): string {
  return `${date} study ${item.id}`;
}
