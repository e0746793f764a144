import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import { readStored } from '../redis/read-stored.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { epochDayOf } from '../time/local-date.ts';
import { minutesPerDay, type LocalMoment } from '../time/local-moment.ts';
import { storedDate } from '../time/stored-date.ts';
import { meetingStates, type Meeting } from './meeting.ts';

/*
 * Keys. Numbers are kept for ever (one is never used twice), the meetings themselves for two years:
 *   meetings                 string  the number of the latest meeting
 *   meetings-by-start        zset    number, by the local minute of its start since 1970
 *   meeting:<number>:facts   string  its revision, for the guards; on the second line the rest as JSON
 */
export interface MeetingStore {
  /** The number of the latest meeting, 0 before the first. */
  latest(): Promise<number>;
  /** States a new meeting. Fails at the commit when its number was taken meanwhile. */
  add(work: UnitOfWork, meeting: Meeting): void;
  /** States that a meeting is `after` from now on; fails at the commit when it was changed meanwhile. */
  change(work: UnitOfWork, before: Meeting, after: Omit<Meeting, 'revision'>): void;
  /** States that what is decided holds only while the meeting is as it was read. */
  expectUnchanged(work: UnitOfWork, meeting: Pick<Meeting, 'number' | 'revision'>): void;
  find(number: number): Promise<Meeting | undefined>;
  /** The meetings that start from one moment to before another, in whatever state, by their start. */
  starting(from: LocalMoment, before?: LocalMoment): Promise<readonly Meeting[]>;
  /** The numbers of all there are, by their start; or of those only that start before a moment. */
  numbers(before?: LocalMoment): Promise<readonly number[]>;
  /** States that nothing is kept of a meeting; its number stays taken. */
  forget(work: UnitOfWork, number: number): void;
}

export function createMeetingStore(redis: RedisClient, keys: Keys): MeetingStore {
  const latestKey = keys('meetings');
  const startsKey = keys('meetings-by-start');
  const meetingKey = (number: number): string => keys('meeting', number, 'facts');

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    add(work, meeting) {
      const { number } = meeting;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      write(work, meeting);
    },
    change(work, before, after) {
      expectUnchanged(work, before);
      write(work, { ...after, revision: before.revision + 1 });
    },
    expectUnchanged,
    find,
    async starting(from, before) {
      const meetings = await Promise.all((await numbersIn(localMinute(from), before)).map(find));
      return meetings.filter((meeting) => meeting !== undefined);
    },
    numbers: (before) => numbersIn('-inf', before),
    forget(work, number) {
      work.write('DEL', meetingKey(number));
      work.write('ZREM', startsKey, number);
    },
  };

  async function find(number: number): Promise<Meeting | undefined> {
    return readMeeting(number, (await redis.get(meetingKey(number))) ?? '');
  }

  async function numbersIn(from: number | '-inf', before?: LocalMoment): Promise<readonly number[]> {
    const until = before === undefined ? '+inf' : `(${localMinute(before)}`;
    return (await redis.zrangebyscore(startsKey, from, until)).map(Number);
  }

  function expectUnchanged(
    work: UnitOfWork,
    { number, revision }: Pick<Meeting, 'number' | 'revision'>,
  ): void {
    work.expectStart(meetingKey(number), `${revision}\n`);
  }

  function write(work: UnitOfWork, meeting: Meeting): void {
    work.write('SET', meetingKey(meeting.number), meetingText(meeting));
    work.write('ZADD', startsKey, localMinute(meeting), meeting.number);
  }
}

/** Minutes since 1970 on the clock on the wall. */
function localMinute({ date, minute }: LocalMoment): number {
  return epochDayOf(date) * minutesPerDay + minute;
}

function meetingText({ number: _number, revision, ...facts }: Meeting): string {
  return `${revision}\n${JSON.stringify(facts)}`;
}

/** `undefined` for what is no such text: that is no meeting. */
function readMeeting(number: number, stored: string): Meeting | undefined {
  const [, revision, json = ''] = /^(\d{1,9})\n(.+)$/su.exec(stored) ?? [];
  const facts = readStored(factsForm, json);
  return revision === undefined || facts === undefined
    ? undefined
    : { number, ...facts, revision: Number(revision) };
}

const factsForm: z.ZodType<Omit<Meeting, 'number' | 'revision'>> = z.object({
  type: z.string(),
  title: z.string(),
  organisation: z.string(),
  date: storedDate,
  minute: z.number(),
  until: z.number().exactOptional(),
  place: z.string().exactOptional(),
  agenda: z.array(z.string()),
  invited: z.object({ voting: z.number(), withoutVote: z.number(), guests: z.number() }),
  state: z.enum(meetingStates),
  convenedBy: z.string(),
  convenedAt: z.number(),
  changedAt: z.number(),
  round: z.number(),
  reason: z.string().exactOptional(),
  replied: z.object({ coming: z.number(), leave: z.number() }).exactOptional(),
});
