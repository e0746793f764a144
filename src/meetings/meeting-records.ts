import { createUnitOfWork, type StatedWork, type UnitOfWork } from '../redis/unit-of-work.ts';
import { addMonths, localDate, type LocalDate } from '../time/local-date.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ReminderMarkStore } from './reminder-mark-store.ts';
import type { ReplyStore } from './reply-store.ts';
import { replyNow } from './reply.ts';

/** What is stored of people's meetings, for the person and for retention (domain §11.2). */
export interface MeetingRecords {
  of(userid: string, today: LocalDate): Promise<StoredMeetings>;
  /** States that everything of a person is forgotten; the counts of the meetings stay. */
  forget(work: UnitOfWork, userid: string): Promise<void>;
  /**
   * Who was invited and replied is kept for 12 months, then only how many; the meeting itself, its time,
   * place and agenda, for 24 months, as tasks are. Can be done again.
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
  readonly replies: ReplyStore;
  readonly marks: Pick<ReminderMarkStore, 'forget'>;
  commit(work: StatedWork): Promise<number | undefined>;
}

const monthsOfReplies = 12;
const monthsOfMeetings = 24;

export function createMeetingRecords({ store, replies, marks, commit }: MeetingRecordsParts): MeetingRecords {
  return {
    async of(userid, today) {
      const numbers = await numbersSince(addMonths(today, -monthsOfReplies));
      const [standings, said] = await Promise.all([
        store.standings(userid, numbers),
        replies.of(userid, numbers),
      ]);
      return {
        invited: standings.filter((standing) => standing !== undefined).length,
        replied: said.filter((reply) => reply !== undefined).length,
      };
    },
    async forget(work, userid) {
      const numbers = await numbersSince(longAgo);
      const standings = await store.standings(userid, numbers);
      for (const [index, number] of numbers.entries()) {
        if (standings[index] === undefined) continue;
        store.forgetPerson(work, number, userid);
        replies.forgetPerson(work, number, userid);
      }
    },
    async clear(today) {
      const before = addMonths(today, -monthsOfReplies);
      for (const meeting of await store.starting(midnight(longAgo), midnight(before))) {
        const work = createUnitOfWork();
        if (meeting.replied === undefined) await archive(work, meeting);
        if (meeting.date < addMonths(today, -monthsOfMeetings)) store.forget(work, meeting.number);
        // When it was changed meanwhile, the next night does it.
        if (work.writes.length > 0) await commit(work);
      }
    },
  };

  async function archive(work: UnitOfWork, meeting: Meeting): Promise<void> {
    const { number } = meeting;
    const said = [...(await replies.all(number)).values()].map((reply) => replyNow(reply, meeting)?.kind);
    const replied = {
      coming: said.filter((kind) => kind === 'coming').length,
      leave: said.filter((kind) => kind === 'leave').length,
    };
    store.change(work, meeting, { ...meeting, replied });
    store.forgetInvited(work, number);
    replies.forget(work, number);
    marks.forget(work, number);
  }

  async function numbersSince(date: LocalDate): Promise<readonly number[]> {
    return (await store.starting(midnight(date))).map(({ number }) => number);
  }
}

/** Before any meeting. */
const longAgo = localDate(2000, 1, 1);

function midnight(date: LocalDate): LocalMoment {
  return { date, minute: 0 };
}
