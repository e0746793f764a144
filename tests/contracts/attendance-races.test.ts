import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createAttendanceServices,
  type AttendanceServices,
} from '../../src/attendance/attendance-services.ts';
import { createAttendanceStore, type AttendanceStore } from '../../src/attendance/attendance-store.ts';
import { haveCodeInCommon } from '../../src/attendance/code.ts';
import { createMeetingCodes } from '../../src/attendance/meeting-codes.ts';
import { createDesks } from '../../src/chat/desk-store.ts';
import type { Turn } from '../../src/chat/turn.ts';
import { createCategoryCodes } from '../../src/hours/category-codes.ts';
import { createHours } from '../../src/hours/hours.ts';
import { createHoursStore, type HoursStore } from '../../src/hours/hours-store.ts';
import { loadLibrary } from '../../src/library/load-library.ts';
import { countInvited, type Invited } from '../../src/meetings/invitation.ts';
import { createMeetingStore, type MeetingStore } from '../../src/meetings/meeting-store.ts';
import { createParticipantStore, type ParticipantStore } from '../../src/meetings/participant-store.ts';
import { commit } from '../../src/redis/commit.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { createRoster } from '../../src/roster/roster-view.ts';
import { localDate } from '../../src/time/local-date.ts';
import { createZone } from '../../src/time/zone.ts';
import { generateRoster } from '../support/generate-roster.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

const { library } = await loadLibrary('content');
const roster = createRoster(generateRoster(4, 200), { version: 1, committeeUserids: [] });
const zone = createZone('Asia/Shanghai');
const date = localDate(2026, 11, 25);
const three = zone.instantOf(date, 15 * 60);

let redis: TestRedis;
let store: AttendanceStore;
let meetings: MeetingStore;
let participants: ParticipantStore;
let hours: HoursStore;
let services: AttendanceServices;

/** A meeting of the whole city, called by the very first person, who is 工委. */
beforeEach(async () => {
  redis = await testRedis();
  const keys = createKeys(redis.prefix);
  participants = createParticipantStore(redis.client, keys);
  store = createAttendanceStore(redis.client, keys);
  meetings = createMeetingStore(redis.client, keys);
  hours = createHoursStore(redis.client, keys, createCategoryCodes(library.hours));
  services = createAttendanceServices({
    store,
    meetings,
    participants,
    types: library.meetingTypes,
    rules: library.checkIn,
    zone,
    desks: createDesks(redis.client, keys),
    hours: createHours({ rules: library.hours, store: hours }),
    duties: { fulfil: (work, { duty }) => work.write('SADD', keys('met'), duty) },
    automatic: { announce: () => Promise.reject(new Error('nobody is to be told anything')) },
    roster: () => Promise.resolve(roster),
    commit: (work) => commit(redis.client, work),
  });
  await callMeeting(1);
});

async function callMeeting(number: number): Promise<void> {
  const invited = roster.people.map(({ userid }): Invited => ({ userid, standing: 'voting' }));
  const work = createUnitOfWork();
  meetings.add(work, {
    number,
    type: 'memberAssembly',
    title: '党员大会',
    organisation: roster.organisations[0]?.code ?? '',
    date,
    minute: 15 * 60,
    until: 16 * 60,
    agenda: [],
    invited: countInvited(invited),
    state: 'called',
    convenedBy: 'u00001',
    convenedAt: 0,
    changedAt: 0,
    round: 1,
    revision: 0,
  });
  participants.invite(work, number, invited);
  // By chance two codes are the same; these are not.
  store.setSecret(work, number, undefined, secretOf(number));
  await commit(redis.client, work);
}

const secretOf = (number: number): string => `the secret of meeting ${number}`;

afterEach(() => redis.close());

function turnOf(userid: string, at = three): Turn & { readonly work: StatedWork } {
  const member = roster.find(userid);
  if (member === undefined) throw new Error(`the roster has no ${userid}`);
  const { date: today, minute } = zone.localAt(at);
  return { identity: 'x', member, roster, at, today, minute, desk: {}, work: createUnitOfWork() };
}

const written = (turn: { readonly work: StatedWork }): Promise<boolean> =>
  commit(redis.client, turn.work).then((failed) => failed === undefined);

async function currentCode(): Promise<string> {
  const chair = turnOf('u00001');
  const { spoken } = await services.attendance.code(chair, 1);
  await written(chair);
  return spoken.code;
}

async function signIn(userid: string, code: string): Promise<Turn & { readonly work: StatedWork }> {
  const turn = turnOf(userid);
  await services.attendance.attend(turn, { code, isOnline: false });
  return turn;
}

describe('a meeting is closed while somebody signs in', () => {
  it('and whichever comes second decides anew, so that everybody who was there has the hours', async () => {
    const code = await currentCode();
    await written(await signIn('u00002', code));
    const late = await signIn('u00003', code);

    const closing = turnOf('u00001');
    await services.attendance.close(closing, 1);
    expect(await written(late)).toBe(true);
    expect(await written(closing)).toBe(false);

    const again = turnOf('u00001');
    expect((await services.attendance.close(again, 1)).credited).toEqual({ people: 2, hours: 1 });
    const later = turnOf('u00004');
    expect(await services.attendance.attend(later, { code, isOnline: false })).toMatchObject({
      outcome: 'attended',
    });
    expect(await written(again)).toBe(true);
    expect(await written(later)).toBe(false);
    expect(await hours.entries('u00003', 2026)).toHaveLength(1);
    expect(await hours.entries('u00004', 2026)).toEqual([]);
  });

  it('by two at once: once', async () => {
    await written(await signIn('u00002', await currentCode()));
    const [one, other] = [turnOf('u00001'), turnOf('u00001')];
    await services.attendance.close(one, 1);
    await services.attendance.close(other, 1);
    expect([await written(one), await written(other)]).toEqual([true, false]);
    await services.closeDue.close(three + 24 * 3_600_000);
    expect(await meetings.find(1)).toMatchObject({ state: 'held', revision: 1 });
  });
});

describe('a code', () => {
  it('that was right when it was looked at does not get through when too many wrong ones came before it', async () => {
    const code = await currentCode();
    const right = await signIn('u00002', code);
    const wrong = code === '1234' ? '4321' : '1234';
    // Everybody at once, each in a turn of their own that knows nothing of the others.
    const guesses = await Promise.all(
      Array.from({ length: 5 }).flatMap(() => roster.people.map(({ userid }) => signIn(userid, wrong))),
    );
    await Promise.all(guesses.map(written));
    expect(await written(right)).toBe(false);
    expect(await services.attendance.attend(turnOf('u00002'), { code, isOnline: false })).toMatchObject({
      outcome: 'paused',
    });
  });

  it('is taken from two hundred people in the same moment', async () => {
    const code = await currentCode();
    const turns = await Promise.all(roster.people.map(({ userid }) => signIn(userid, code)));
    expect(await Promise.all(turns.map(written))).toEqual(turns.map(() => true));
    const absent = (await participants.all(1)).filter(({ rollEntry }) => rollEntry === '');
    expect(absent).toEqual([]);
    const meeting = await meetings.find(1);
    expect(meeting && (await services.attendance.figures([meeting]))).toMatchObject([
      { expected: roster.people.length, there: roster.people.length, missing: 0 },
    ]);
  });

  it('that two meetings of a person have in the same minute signs in at neither, until one of them is done', async () => {
    await callMeeting(2);
    const work = createUnitOfWork();
    for (const number of [1, 2]) store.setSecret(work, number, secretOf(number), 'the same');
    await commit(redis.client, work);
    const code = await currentCode();
    const turn = turnOf('u00002');
    expect(await services.attendance.attend(turn, { code, isOnline: false })).toEqual({ outcome: 'twice' });
    expect(turn.work.writes).toEqual([]);

    const chair = turnOf('u00001');
    await services.attendance.record(chair, 1, { names: ['u00002'], presence: 'present' });
    await written(chair);
    expect(await services.attendance.attend(turnOf('u00002'), { code, isOnline: false })).toMatchObject({
      outcome: 'attended',
      meeting: { number: 2 },
    });
  });

  it('is no code any more when the chair has changed it, whatever secret chance gives the meeting', async () => {
    const meeting = await meetings.find(1);
    if (meeting === undefined) throw new Error('it was called');
    const secrets = Array.from({ length: 20_000 }, (_, index) => `secret ${index}`);
    const alike = secrets.filter((secret) => haveCodeInCommon(secret, secretOf(1), three));
    const given = [...alike, 'another'];
    const codes = createMeetingCodes({
      store,
      meetings,
      rules: library.checkIn,
      zone,
      newSecret: () => given.shift() ?? '',
    });
    const chair = turnOf('u00001');
    await codes.change(chair, meeting, undefined);
    await written(chair);
    expect(alike.length).toBeGreaterThan(0);
    expect(await store.secrets()).toEqual(new Map([[1, 'another']]));
  });

  it('typed twice by one person in the same moment counts once', async () => {
    const code = await currentCode();
    const [one, other] = [await signIn('u00002', code), await signIn('u00002', code)];
    expect([await written(one), await written(other)]).toEqual([true, false]);
  });

  it('is no code any more when the chair changed it in the same moment', async () => {
    const code = await currentCode();
    const late = await signIn('u00002', code);
    const chair = turnOf('u00001');
    await services.attendance.changeCode(chair, 1, code);
    await written(chair);
    expect(await written(late)).toBe(false);
    expect(await services.attendance.attend(turnOf('u00002'), { code, isOnline: false })).toMatchObject({
      outcome: 'wrong',
    });
  });
});
