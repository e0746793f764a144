import type { Card } from '../chat/card.ts';
import type { Addressee, Post } from '../post/post.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { comingCard, unansweredCard } from './meeting-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ReminderMark, ReminderMarkStore } from './reminder-mark-store.ts';
import { remindersOf, type PlannedReminder } from './reminder-plan.ts';
import type { ReplyStore } from './reply-store.ts';
import { replyNow, type Reply } from './reply.ts';

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
  planned(at: number): Promise<readonly DueReminder[]>;
  /** The reminders that fall due on a day, and for how many by what they have replied so far. */
  plannedOn(date: LocalDate): Promise<readonly PlannedReminding[]>;
}

export interface DueReminder {
  readonly meeting: Meeting;
  readonly to: PlannedReminder['to'];
  readonly userid: string;
}

export interface PlannedReminding {
  readonly meeting: Meeting;
  readonly reminder: PlannedReminder;
  readonly people: number;
}

export interface RemindingParts {
  readonly store: Pick<MeetingStore, 'starting' | 'invited' | 'expectUnchanged'>;
  readonly replies: Pick<ReplyStore, 'all'>;
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
  const { store, replies, marks, post, calendar, zone, commit } = parts;

  return {
    async remind(at) {
      for (const due of await dueAt(at)) {
        const { meeting, reminder, now, before, after } = due;
        const work = createUnitOfWork();
        store.expectUnchanged(work, meeting);
        marks.set(work, meeting.number, reminder.to, before, after);
        const id = `meeting-${meeting.number}-${meeting.round}-${reminder.to}-${at.toString(36)}`;
        post.send(
          work,
          { id, card: cardOf(meeting, reminder, zone.localAt(at).date), urgency: 'reminder' },
          now,
        );
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
      const roster = await parts.roster();
      const meetings = await coming(zone.instantOf(date, 0));
      const planned = meetings.flatMap((meeting) =>
        remindersOf(meeting, { zone, calendar })
          .filter(({ at }) => zone.localAt(at).date === date)
          .map(async (reminder) => ({
            meeting,
            reminder,
            people: (await concerned(meeting, reminder, roster)).length,
          })),
      );
      return (await Promise.all(planned)).filter(({ people }) => people > 0);
    },
  };

  async function coming(at: number): Promise<readonly Meeting[]> {
    const meetings = await store.starting(zone.localAt(at), zone.localAt(at + farthest));
    return meetings.filter(({ state }) => state === 'called');
  }

  async function dueAt(at: number): Promise<readonly Due[]> {
    const open = (await coming(at)).flatMap((meeting) =>
      remindersOf(meeting, { zone, calendar })
        .filter((reminder) => reminder.at <= at && at < reminder.until)
        .map((reminder) => ({ meeting, reminder })),
    );
    if (open.length === 0) return [];
    const roster = await parts.roster();
    const due = await Promise.all(open.map((one) => dueOf(one, at, roster)));
    return due.filter((one) => one !== undefined);
  }

  /** What there is to do for one reminder now; `undefined` for nothing. */
  async function dueOf(
    { meeting, reminder }: { readonly meeting: Meeting; readonly reminder: PlannedReminder },
    at: number,
    roster: Roster,
  ): Promise<Due | undefined> {
    const before = await marks.find(meeting.number, reminder.to);
    const mark = before?.round === meeting.round ? before : undefined;
    if (mark !== undefined && !Object.values(mark.waiting).some((due) => due <= at)) return undefined;

    const all = await concerned(meeting, reminder, roster);
    const userids =
      mark === undefined ? all : all.filter((userid) => mark.waiting[userid.toLowerCase()] !== undefined);
    const addressees = await post.address(userids, 'automatic', at);
    const later = addressees.flatMap(({ userid, due }) =>
      due === undefined || due <= at || due >= reminder.until ? [] : [[userid.toLowerCase(), due] as const],
    );
    return {
      meeting,
      reminder,
      now: addressees.filter(({ due }) => due !== undefined && due <= at),
      before,
      after: { round: meeting.round, waiting: Object.fromEntries(later) },
    };
  }

  /** Userids as the roster spells them, of those whom a reminder concerns by what they said. */
  async function concerned(
    meeting: Meeting,
    reminder: PlannedReminder,
    roster: Roster,
  ): Promise<readonly string[]> {
    const [invited, said] = await Promise.all([store.invited(meeting.number), replies.all(meeting.number)]);
    return invited.flatMap(({ userid }) => {
      const member = roster.find(userid);
      if (member === undefined || sparedFromReminders(member.person)) return [];
      return isFor(reminder, replyNow(said.get(userid), meeting)) ? [member.person.userid] : [];
    });
  }

  /** Whoever says yes only after the hour has begun knows it. */
  function isFor({ to, at }: PlannedReminder, reply: Reply | undefined): boolean {
    if (to === 'unanswered') return reply === undefined;
    return reply?.kind === 'coming' && zone.instantOf(reply.at.date, reply.at.minute) < at;
  }
}

interface Due {
  readonly meeting: Meeting;
  readonly reminder: PlannedReminder;
  readonly now: readonly Addressee[];
  readonly before: ReminderMark | undefined;
  readonly after: ReminderMark;
}

function cardOf(meeting: Meeting, { to }: PlannedReminder, today: LocalDate): Card {
  return to === 'unanswered' ? unansweredCard(meeting, today) : comingCard(meeting, today);
}
