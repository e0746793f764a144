import type { Card } from '../chat/card.ts';
import type { Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { createDueReminders, type DueReminder, type MeetingReminder } from './due-reminder.ts';
import { comingCard, unansweredCard } from './meeting-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { ReminderMarkStore } from './reminder-mark-store.ts';
import { remindersOf, type PlannedReminder } from './reminder-plan.ts';

/**
 * The reminders of meetings, every minute. Everybody gets each at most once: one commit sends to those who
 * may be written to now and keeps who has to wait for the end of their quiet hours, and it fails when
 * another replica was quicker or the meeting was changed. They are not counted among the three automatic
 * messages of a day, nor bundled with others (contract §4): an hour before is an hour before.
 */
export interface Reminding {
  /** Sends what is due. */
  remind(at: number): Promise<void>;
  /** Whom `remind` would remind of what. */
  planned(at: number): Promise<readonly PlannedMessage[]>;
  /** The reminders that fall due on a day, and for how many by what they have replied so far. */
  plannedOn(date: LocalDate): Promise<readonly PlannedReminding[]>;
}

export interface PlannedMessage {
  readonly meeting: Meeting;
  readonly to: PlannedReminder['to'];
  readonly userid: string;
}

export interface PlannedReminding extends MeetingReminder {
  readonly people: number;
}

export interface RemindingParts {
  readonly store: Pick<MeetingStore, 'starting' | 'expectUnchanged'>;
  readonly participants: Pick<ParticipantStore, 'all'>;
  readonly marks: ReminderMarkStore;
  readonly post: Post;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

/** The longest time from a reminder to its meeting: the working day before a long holiday. In milliseconds. */
const farthest = 16 * 86_400_000;

export function createReminding(parts: RemindingParts): Reminding {
  const { store, marks, post, calendar, zone, commit } = parts;
  const dueReminders = createDueReminders(parts);

  return {
    async remind(at) {
      for (const due of await dueAt(at)) {
        const { meeting, reminder, now, before, after } = due;
        const work = createUnitOfWork();
        store.expectUnchanged(work, meeting);
        marks.set(work, meeting.number, reminder.to, before, after);
        const id = `meeting-${meeting.number}-${meeting.round}-${reminder.to}-${at.toString(36)}`;
        const card = cardOf(due, zone.localAt(at).date);
        post.send(work, { id, card, urgency: 'reminder' }, now);
        // A failed expectation: another replica did it, or the meeting was changed; the next minute sees.
        await commit(work);
      }
    },
    async planned(at) {
      return (await dueAt(at)).flatMap(({ meeting, reminder, now }) =>
        now.map(({ userid }) => ({ meeting, to: reminder.to, userid })),
      );
    },
    async plannedOn(date) {
      const reminders = (await remindersFrom(zone.instantOf(date, 0))).filter(
        ({ reminder }) => zone.localAt(reminder.at).date === date,
      );
      if (reminders.length === 0) return [];
      const roster = await parts.roster();
      const counted = reminders.map(async (one) => ({
        ...one,
        people: (await dueReminders.concerned(one, roster)).length,
      }));
      return (await Promise.all(counted)).filter(({ people }) => people > 0);
    },
  };

  async function dueAt(at: number): Promise<readonly DueReminder[]> {
    const open = (await remindersFrom(at)).filter(({ reminder }) => reminder.at <= at && at < reminder.until);
    if (open.length === 0) return [];
    const roster = await parts.roster();
    const due = await Promise.all(open.map((one) => dueReminders.due(one, at, roster)));
    return due.filter((one) => one !== undefined);
  }

  /** Of all meetings that begin from an instant on and are near enough for a reminder. */
  async function remindersFrom(at: number): Promise<readonly MeetingReminder[]> {
    const meetings = await store.starting(zone.localAt(at), zone.localAt(at + farthest));
    return meetings
      .filter(({ state }) => state === 'called')
      .flatMap((meeting) =>
        remindersOf(meeting, { zone, calendar }).map((reminder) => ({ meeting, reminder })),
      );
  }
}

function cardOf({ meeting, reminder }: MeetingReminder, today: LocalDate): Card {
  return reminder.to === 'unanswered' ? unansweredCard(meeting, today) : comingCard(meeting, today);
}
