import * as z from 'zod';
import { valuesPerWrite } from '../redis/commit.ts';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { epochDayOf } from '../time/local-date.ts';
import { minutesPerDay, type LocalMoment } from '../time/local-moment.ts';
import { storedDate } from '../time/stored-date.ts';
import type { Invited, Standing } from './invitation.ts';
import { meetingStates, type Meeting } from './meeting.ts';

/*
 * Keys. Numbers are kept for ever (one is never used twice), the meetings themselves for two years:
 *   meetings                   string  the number of the latest meeting
 *   meetings-by-start          zset    number, by the local minute of its start since 1970
 *   meeting:<number>           hash    revision → counts the changes; facts → the meeting as JSON
 *   meeting:<number>:invited   hash    account → `v` with a vote, `m` without, `g` guest; for a year
 */
export interface MeetingStore {
  /** The number of the latest meeting, 0 before the first. */
  latest(): Promise<number>;
  /** States a new meeting. Fails at the commit when its number was taken meanwhile. */
  add(work: UnitOfWork, meeting: Meeting, invited: readonly Invited[]): void;
  /** States that a meeting is `after` from now on; fails at the commit when it was changed meanwhile. */
  change(work: UnitOfWork, before: Meeting, after: Omit<Meeting, 'revision'>): void;
  /** States that what is decided holds only while the meeting is as it was read. */
  expectUnchanged(work: UnitOfWork, meeting: Pick<Meeting, 'number' | 'revision'>): void;
  find(number: number): Promise<Meeting | undefined>;
  invited(number: number): Promise<readonly Invited[]>;
  /** Somebody's place in each of these meetings, in their order; `undefined` where not invited. */
  standings(userid: string, numbers: readonly number[]): Promise<readonly (Standing | undefined)[]>;
  /** The meetings that start from one moment to before another, in whatever state, by their start. */
  starting(from: LocalMoment, before?: LocalMoment): Promise<readonly Meeting[]>;
  /** States that somebody was never invited; the counts of the meeting stay. */
  forgetPerson(work: UnitOfWork, number: number, userid: string): void;
  /** States that it is no longer kept who was invited. */
  forgetInvited(work: UnitOfWork, number: number): void;
  /** States that nothing is kept of a meeting; its number stays taken. */
  forget(work: UnitOfWork, number: number): void;
}

export function createMeetingStore(redis: RedisClient, keys: Keys): MeetingStore {
  const latestKey = keys('meetings');
  const startsKey = keys('meetings-by-start');
  const meetingKey = (number: number): string => keys('meeting', number);
  const invitedKey = (number: number): string => keys('meeting', number, 'invited');

  return {
    async latest() {
      return Number((await redis.get(latestKey)) ?? 0);
    },
    add(work, meeting, invited) {
      const { number } = meeting;
      work.expectValue(latestKey, number === 1 ? undefined : String(number - 1));
      work.write('SET', latestKey, number);
      write(work, meeting);
      for (let start = 0; start < invited.length; start += valuesPerWrite / 2) {
        const some = invited.slice(start, start + valuesPerWrite / 2);
        work.write(
          'HSET',
          invitedKey(number),
          ...some.flatMap(({ userid, standing }) => [userid.toLowerCase(), letters[standing]]),
        );
      }
    },
    change(work, before, after) {
      expectUnchanged(work, before);
      write(work, { ...after, revision: before.revision + 1 });
    },
    expectUnchanged,
    find,
    async invited(number) {
      const stored = Object.entries(await redis.hgetall(invitedKey(number)));
      return stored.map(([userid, letter]) => ({ userid, standing: standingOf(letter) }));
    },
    async standings(userid, numbers) {
      const letterOf = (number: number): Promise<string | null> =>
        redis.hget(invitedKey(number), userid.toLowerCase());
      const stored = await Promise.all(numbers.map(letterOf));
      return stored.map((letter) => (letter === null ? undefined : standingOf(letter)));
    },
    async starting(from, before) {
      const until = before === undefined ? '+inf' : `(${localMinute(before)}`;
      const numbers = await redis.zrangebyscore(startsKey, localMinute(from), until);
      const meetings = await Promise.all(numbers.map((number) => find(Number(number))));
      return meetings.filter((meeting) => meeting !== undefined);
    },
    forgetPerson(work, number, userid) {
      work.write('HDEL', invitedKey(number), userid.toLowerCase());
    },
    forgetInvited(work, number) {
      work.write('DEL', invitedKey(number));
    },
    forget(work, number) {
      work.write('DEL', meetingKey(number));
      work.write('DEL', invitedKey(number));
      work.write('ZREM', startsKey, number);
    },
  };

  async function find(number: number): Promise<Meeting | undefined> {
    const stored = await redis.hget(meetingKey(number), 'facts');
    return stored === null ? undefined : meetingForm.parse(JSON.parse(stored));
  }

  function expectUnchanged(
    work: UnitOfWork,
    { number, revision }: Pick<Meeting, 'number' | 'revision'>,
  ): void {
    work.expectField(meetingKey(number), 'revision', String(revision));
  }

  function write(work: UnitOfWork, meeting: Meeting): void {
    const { number, revision } = meeting;
    work.write('HSET', meetingKey(number), 'revision', revision, 'facts', JSON.stringify(meeting));
    work.write('ZADD', startsKey, localMinute(meeting), number);
  }
}

/** Minutes since 1970 on the clock on the wall. */
function localMinute({ date, minute }: LocalMoment): number {
  return epochDayOf(date) * minutesPerDay + minute;
}

const letters: Readonly<Record<Standing, string>> = { voting: 'v', withoutVote: 'm', guest: 'g' };

function standingOf(letter: string): Standing {
  if (letter === 'g') return 'guest';
  return letter === 'v' ? 'voting' : 'withoutVote';
}

const meetingForm: z.ZodType<Meeting> = z.object({
  number: z.number(),
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
  revision: z.number(),
  reason: z.string().exactOptional(),
  replied: z.object({ coming: z.number(), leave: z.number() }).exactOptional(),
});
