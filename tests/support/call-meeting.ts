import { createKeys } from '../../src/redis/keys.ts';
import { commit } from '../../src/redis/commit.ts';
import { createUnitOfWork } from '../../src/redis/unit-of-work.ts';
import { countInvited, type Invited, type Standing } from '../../src/meetings/invitation.ts';
import { createMeetingStore, type MeetingStore } from '../../src/meetings/meeting-store.ts';
import { createParticipantStore, type ParticipantStore } from '../../src/meetings/participant-store.ts';
import type { Meeting } from '../../src/meetings/meeting.ts';
import { parseLocalDate } from '../../src/time/local-date.ts';
import type { World } from './world.ts';

/** What a story says of a meeting; the rest is usual. */
export interface CalledMeeting {
  /** `2026-11-20 15:00` */
  readonly at: string;
  /** Minutes; said by nobody when left out. */
  readonly length?: number;
  /** Code of its kind. */
  readonly type?: string;
  readonly title?: string;
  /** Code of the organisation: 机关一支部 when left out. */
  readonly organisation?: string;
  readonly agenda?: readonly string[];
  /** Names, by standing. */
  readonly invited?: Readonly<Partial<Record<Standing, readonly string[]>>>;
  readonly convenedBy?: string;
}

/** The eight 正式党员 of 机关一支部, and the one on probation. */
const firstBranch = {
  voting: ['陈志刚', '何雨晴', '林晓棠', '张三', '周琪', '吴刚', '高美芳', '罗健'],
  withoutVote: ['徐乐乐'],
};

/** Puts a meeting into the store as calling it would have done; its number. */
export async function callMeeting(world: World, called: CalledMeeting): Promise<number> {
  const [day = '', hour, minute] = called.at.split(/[ :]/u);
  const date = parseLocalDate(day);
  if (date === undefined) throw new Error(`${called.at} is no local time`);
  const meetings = meetingsOf(world);
  const invited = Object.entries(called.invited ?? firstBranch).flatMap(([standing, names]) =>
    names.map((name): Invited => ({ userid: useridOf(world, name), standing: standing as Standing })),
  );
  const start = Number(hour) * 60 + Number(minute);
  const meeting: Meeting = {
    number: (await meetings.latest()) + 1,
    type: called.type ?? 'memberAssembly',
    title: called.title ?? '党员大会',
    organisation: called.organisation ?? 'A1',
    date,
    minute: start,
    ...(called.length === undefined ? {} : { until: start + called.length }),
    place: '308会议室',
    agenda: called.agenda ?? ['学习', '研究工作'],
    invited: countInvited(invited),
    state: 'called',
    convenedBy: called.convenedBy ?? 'chen.zhigang',
    convenedAt: 0,
    changedAt: 0,
    round: 1,
    revision: 0,
  };
  const work = createUnitOfWork();
  meetings.add(work, meeting);
  participantsOf(world).invite(work, meeting.number, invited);
  await commit(world.redis, work);
  return meeting.number;
}

/** Cancels it, puts it off … */
export async function changeMeeting(world: World, number: number, change: Partial<Meeting>): Promise<void> {
  const meetings = meetingsOf(world);
  const meeting = await meetings.find(number);
  if (meeting === undefined) throw new Error(`there is no meeting ${number}`);
  const work = createUnitOfWork();
  meetings.change(work, meeting, { ...meeting, ...change });
  await commit(world.redis, work);
}

export function meetingsOf({ redis, settings }: World): MeetingStore {
  return createMeetingStore(redis, createKeys(settings.redisPrefix));
}

export function participantsOf({ redis, settings }: World): ParticipantStore {
  return createParticipantStore(redis, createKeys(settings.redisPrefix));
}

function useridOf({ lists }: World, name: string): string {
  const person = lists.people.find((one) => one.name === name);
  if (person === undefined) throw new Error(`nobody is called ${name}`);
  return person.userid;
}
