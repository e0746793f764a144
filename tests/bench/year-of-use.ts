import type { Invited } from '../../src/meetings/invitation.ts';
import { createMeetingStore } from '../../src/meetings/meeting-store.ts';
import { createParticipantStore } from '../../src/meetings/participant-store.ts';
import { createAttendanceStore } from '../../src/attendance/attendance-store.ts';
import { createRollEntries } from '../../src/attendance/roll-entries.ts';
import { createCategoryCodes } from '../../src/hours/category-codes.ts';
import { createHoursStore } from '../../src/hours/hours-store.ts';
import { createReceiptStore } from '../../src/notices/receipt-store.ts';
import type { Answered } from '../../src/quiz/answered.ts';
import type { HoursRules } from '../../src/library/hours-rules.ts';
import { createQuizStore } from '../../src/quiz/quiz-store.ts';
import { reviewAfter } from '../../src/quiz/review.ts';
import type { RedisClient } from '../../src/redis/connect.ts';
import { commit } from '../../src/redis/commit.ts';
import type { Keys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type UnitOfWork } from '../../src/redis/unit-of-work.ts';
import { createCheckInStore } from '../../src/study/check-in-store.ts';
import { createStudyStore } from '../../src/study/study-store.ts';
import { addDays, localDate, type LocalDate } from '../../src/time/local-date.ts';

/** One thing that somebody does time and again, written as the service writes it. */
export interface Habit {
  readonly name: string;
  /** How often in a year of daily use. */
  readonly perYear: number;
  /** Writes the `nth` time, 0 for the first, of all these people. */
  write(nth: number, userids: readonly string[]): Promise<void>;
}

/** The habits whose size is measured; times of the day are kept with all of them. */
export function habitsOn(redis: RedisClient, keys: Keys, rules: HoursRules): readonly Habit[] {
  const study = createStudyStore(redis, keys);
  const checkIns = createCheckInStore(redis, keys);
  const quiz = createQuizStore(redis, keys);
  const receipts = createReceiptStore(redis, keys);
  const meetings = createMeetingStore(redis, keys);
  const participants = createParticipantStore(redis, keys);
  const rollEntries = createRollEntries({ store: createAttendanceStore(redis, keys), participants });
  const hours = createHoursStore(redis, keys, createCategoryCodes(rules));

  const forEach = async (
    userids: readonly string[],
    state: (work: UnitOfWork, userid: string, index: number) => void,
  ): Promise<void> => {
    for (let start = 0; start < userids.length; start += peoplePerCommit) {
      const work = createUnitOfWork();
      userids
        .slice(start, start + peoplePerCommit)
        .forEach((userid, index) => state(work, userid, start + index));
      await commit(redis, work);
    }
  };

  return [
    {
      name: 'check-ins',
      perYear: 250,
      write: (nth, userids) =>
        forEach(userids, (work, userid, index) =>
          checkIns.note(work, userid, { date: dayAt(nth, 250), minute: 500 + (index % 60) }),
        ),
    },
    {
      name: 'answers, one in three wrong and reviewed twice',
      perYear: 250,
      write: (nth, userids) =>
        forEach(userids, (work, userid, index) =>
          quiz.note(work, userid, `q${nth + 1}`, answeredOn(dayAt(nth, 250), (nth + index) % 3 === 0)),
        ),
    },
    {
      name: 'receipts',
      perYear: 50,
      async write(nth, userids) {
        const number = nth + 1;
        const at = { date: dayAt(nth, 50), minute: 600 };
        const work = createUnitOfWork();
        receipts.address(work, number, { calls: [userids], unreachable: new Map() });
        receipts.settle(work, number, 0, { reached: userids, missed: new Map() });
        await commit(redis, work);
        const own = await Promise.all(userids.map((userid) => receipts.of(userid, [number])));
        await forEach(userids, (one, _, index) => {
          const [receipt] = own[index] ?? [];
          if (receipt === undefined) throw new Error('a receipt is missing');
          receipts.confirm(one, receipt, { ...at, minute: 600 + (index % 300) });
        });
      },
    },
    {
      name: 'meetings, with reply, roll and credit hours',
      perYear: 40,
      async write(nth, userids) {
        // A branch is about this large.
        for (let start = 0; start < userids.length; start += branchSize) {
          const branch = userids.slice(start, start + branchSize);
          const number = nth * Math.ceil(userids.length / branchSize) + start / branchSize + 1;
          const at = { date: dayAt(nth, 40), minute: 900 };
          const meeting = meetingAt(number, at);
          const called = createUnitOfWork();
          const invited = branch.map((userid): Invited => ({ userid, standing: 'voting' }));
          meetings.add(called, meeting);
          participants.invite(called, number, invited);
          await commit(redis, called);

          const replied = createUnitOfWork();
          for (const one of await participants.all(number)) {
            participants.change(replied, number, one, { reply: { kind: 'coming', round: 1, at } });
          }
          await commit(redis, replied);

          const held = createUnitOfWork();
          for (const one of await participants.all(number)) {
            const source = { kind: 'code' } as const;
            rollEntries.add(held, number, one, { round: 1, presence: 'present', at, source });
            hours.add(held, one.userid, {
              event: { kind: 'meeting', number },
              category: '三会一课',
              from: at.date,
              until: at.date,
              hours: 2,
              theory: false,
            });
          }
          meetings.change(held, meeting, { ...meeting, state: 'held' });
          await commit(redis, held);
        }
      },
    },
    {
      name: 'study items (not in the aim)',
      perYear: 250,
      write: (nth, userids) =>
        forEach(userids, (work, userid, index) => {
          const date = dayAt(nth, 250);
          study.noteDone(work, userid, `k${nth + 1}`, date, { date, minute: 500 + (index % 60) });
        }),
    },
  ];
}

const peoplePerCommit = 500;
const branchSize = 40;

/** Days of one year, evenly spread. */
function dayAt(nth: number, perYear: number): LocalDate {
  return addDays(localDate(2026, 1, 1), Math.floor((nth * 365) / perYear));
}

function answeredOn(day: LocalDate, isWrong: boolean): Answered {
  if (!isWrong) return { first: day };
  const wrong = reviewAfter(undefined, 'wrong', day);
  const once = reviewAfter(wrong, 'right', wrong.due);
  return { first: day, review: reviewAfter(once, 'right', once.due) };
}

function meetingAt(number: number, { date, minute }: { readonly date: LocalDate; readonly minute: number }) {
  return {
    number,
    type: 'memberAssembly',
    title: '党员大会',
    organisation: 'JG01',
    date,
    minute,
    place: '308会议室',
    agenda: ['学习全会精神', '研究发展对象'],
    invited: { voting: branchSize, withoutVote: 0, guests: 0 },
    state: 'called' as const,
    convenedBy: 'chen.zhigang',
    convenedAt: 1_795_000_000_000,
    changedAt: 1_795_000_000_000,
    round: 1,
    revision: 1,
  };
}
