import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import { addDays, addMonths, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { participationsOf } from './participations.ts';
import type { ReminderMarkStore } from './reminder-mark-store.ts';
import { replyNow } from './reply.ts';

/** What is stored of people's meetings, for the person and for retention (domain §11.2). */
export interface MeetingRecords {
  of(userid: string): Promise<StoredMeetings>;
  /** States that everything of a person is forgotten; the counts of the meetings stay. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /**
   * Who was invited, replied and came is kept for 12 months, then only how many; the meeting itself, its
   * time, place and agenda, for 24 months, as tasks are. Can be done again.
   */
  clear(today: LocalDate): Promise<void>;
}

export interface StoredMeetings {
  /** Meetings of the last 12 months and to come that the person is invited to. */
  readonly invited: number;
  /** Of those, how many the person replied to. */
  readonly replied: number;
}

export interface MeetingRecordsParts {
  readonly store: MeetingStore;
  readonly participants: ParticipantStore;
  readonly marks: Pick<ReminderMarkStore, 'forget'>;
  readonly rolls: RollArchive;
  commit(work: StatedWork): Promise<number | undefined>;
}

/** What the attendance room does when a meeting's names, and later the meeting, are forgotten. */
export interface RollArchive {
  /** States that only the figures of a roll stay. */
  archive(work: UnitOfWork, meeting: Meeting): Promise<void>;
  /** States that nothing is left of a roll. */
  drop(work: UnitOfWork, number: number): void;
}

/** Longer than any downtime; what is older goes with the names. */
const daysOfMarks = 30;
const monthsOfNames = 12;
const monthsOfMeetings = 24;

export function createMeetingRecords({
  store,
  participants,
  marks,
  rolls,
  commit,
}: MeetingRecordsParts): MeetingRecords {
  const own = (userid: string) => participationsOf(userid, { meetings: store, participants });

  return {
    async of(userid) {
      const all = await own(userid);
      return {
        invited: all.length,
        replied: all.filter(({ participant }) => participant.reply !== undefined).length,
      };
    },
    async forget(work, userid) {
      for (const { number } of await own(userid)) participants.forgetPerson(work, number, userid);
    },
    async clear(today) {
      await clearMarks(today);
      const namesFrom = addMonths(today, -monthsOfNames);
      const meetingsFrom = addMonths(today, -monthsOfMeetings);
      for (const number of await store.numbers(midnight(namesFrom))) {
        const meeting = await store.find(number);
        const work = createUnitOfWork();
        if (meeting === undefined || meeting.date < meetingsFrom) drop(work, number);
        else if (meeting.replied === undefined) await archive(work, meeting);
        // When it was changed meanwhile, the next night does it.
        if (work.writes.length > 0) await commit(work);
      }
    },
  };

  /** A meeting that has begun is not reminded of. */
  async function clearMarks(today: LocalDate): Promise<void> {
    const work = createUnitOfWork();
    const begun = await store.starting(midnight(addDays(today, -daysOfMarks)), midnight(today));
    for (const { number } of begun) marks.forget(work, number);
    await commit(work);
  }

  /** Also of one that cannot be read any more: its names are still there. */
  function drop(work: UnitOfWork, number: number): void {
    store.forget(work, number);
    rolls.drop(work, number);
    forgetNames(work, number);
  }

  async function archive(work: UnitOfWork, meeting: Meeting): Promise<void> {
    const { number } = meeting;
    const kinds = (await participants.all(number)).map(({ reply }) => replyNow(reply, meeting)?.kind);
    const replied = {
      coming: kinds.filter((kind) => kind === 'coming').length,
      leave: kinds.filter((kind) => kind === 'leave').length,
    };
    store.change(work, meeting, { ...meeting, replied });
    await rolls.archive(work, meeting);
    forgetNames(work, number);
  }

  function forgetNames(work: UnitOfWork, number: number): void {
    participants.forget(work, number);
    marks.forget(work, number);
  }
}

function midnight(date: LocalDate): LocalMoment {
  return { date, minute: 0 };
}
