import type { Addressee, Post } from '../post/post.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { ReminderMark, ReminderMarkStore } from './reminder-mark-store.ts';
import type { PlannedReminder } from './reminder-plan.ts';
import { replyNow, type Reply } from './reply.ts';

/** One reminder of one meeting. */
export interface MeetingReminder {
  readonly meeting: Meeting;
  readonly reminder: PlannedReminder;
}

/** What there is to do for one reminder at an instant. */
export interface DueReminder extends MeetingReminder {
  /** They may be written to now. */
  readonly now: readonly Addressee[];
  readonly before: ReminderMark | undefined;
  /** With those who have to wait. */
  readonly after: ReminderMark;
}

export interface DueReminders {
  /** `undefined` when nothing of it is due. */
  due(one: MeetingReminder, at: number, roster: Roster): Promise<DueReminder | undefined>;
  /** Userids as the roster spells them, of those whom a reminder concerns by what they have replied. */
  concerned(one: MeetingReminder, roster: Roster): Promise<readonly string[]>;
}

export interface DueReminderParts {
  readonly participants: Pick<ParticipantStore, 'all'>;
  readonly marks: Pick<ReminderMarkStore, 'find'>;
  readonly post: Pick<Post, 'address'>;
  readonly zone: Zone;
}

export function createDueReminders({ participants, marks, post, zone }: DueReminderParts): DueReminders {
  return { due, concerned };

  async function due(one: MeetingReminder, at: number, roster: Roster): Promise<DueReminder | undefined> {
    const { meeting, reminder } = one;
    const before = await marks.find(meeting.number, reminder.to);
    const mark = before?.round === meeting.round ? before : undefined;
    if (mark !== undefined && !Object.values(mark.waiting).some((instant) => instant <= at)) return undefined;

    const all = await concerned(one, roster);
    const isWaiting = (userid: string): boolean => mark?.waiting[userid.toLowerCase()] !== undefined;
    const userids = mark === undefined ? all : all.filter(isWaiting);
    const addressees = await post.address(userids, 'automatic', at);
    const later = addressees.flatMap(({ userid, due: instant }) =>
      instant === undefined || instant <= at || instant >= reminder.until
        ? []
        : [[userid.toLowerCase(), instant] as const],
    );
    return {
      ...one,
      now: addressees.filter(({ due: instant }) => instant !== undefined && instant <= at),
      before,
      after: { round: meeting.round, waiting: Object.fromEntries(later) },
    };
  }

  async function concerned(
    { meeting, reminder }: MeetingReminder,
    roster: Roster,
  ): Promise<readonly string[]> {
    return (await participants.all(meeting.number)).flatMap(({ userid, reply }) => {
      const member = roster.find(userid);
      if (member === undefined || sparedFromReminders(member.person)) return [];
      return isFor(reminder, replyNow(reply, meeting)) ? [member.person.userid] : [];
    });
  }

  /** Whoever says yes only after the hour has begun knows it. */
  function isFor({ to, at }: PlannedReminder, reply: Reply | undefined): boolean {
    if (to === 'unanswered') return reply === undefined;
    return reply?.kind === 'coming' && zone.instantOf(reply.at.date, reply.at.minute) < at;
  }
}
