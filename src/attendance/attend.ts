import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Zone } from '../time/zone.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { checkInTimes } from './check-in-times.ts';
import { isCodeOf } from './code.ts';
import { entryNow, type RollEntry } from './roll-entry.ts';
import { minutesToWait, isPaused, readWrongCodes, withOneMore, wrongCodesText } from './wrong-codes.ts';

/**
 * 签到 4821: somebody types the code they heard. Which meeting is meant follows from those the person is
 * invited to and that have begun to take codes: nobody else's is ever looked at, so that a code of another
 * branch, of yesterday and a wrong one are all the same, and the answer hints at nothing.
 */
export type Attend = (turn: Turn, typed: TypedCode) => Promise<Attended>;

export interface TypedCode {
  /** Digits. */
  readonly code: string;
  /** 线上: said by the person. */
  readonly isOnline: boolean;
}

export type Attended =
  /** `already`: it stood in the roll before, by the person or by an officer. */
  | { readonly outcome: 'attended' | 'already'; readonly meeting: Meeting; readonly entry: RollEntry }
  | { readonly outcome: 'wrong' }
  /** Too many wrong ones, by this person. */
  | { readonly outcome: 'wait'; readonly minutes: number }
  /** Too many wrong ones, by all: the code has to be changed. */
  | { readonly outcome: 'paused'; readonly meeting: Meeting }
  /** Two meetings of this person have the same code in this minute. */
  | { readonly outcome: 'twice' }
  /** A meeting takes people now, but its code was not asked for yet. */
  | { readonly outcome: 'notBegun'; readonly meeting: Meeting }
  | { readonly outcome: 'noMeeting' };

export interface AttendParts {
  readonly store: AttendanceStore;
  readonly meetings: MeetingStore;
  readonly rules: CheckInRules;
  readonly zone: Zone;
  readonly desks: Desks;
}

export function createAttend({ store, meetings, rules, zone, desks }: AttendParts): Attend {
  return async (turn, typed) => {
    const minutes = minutesToWait(readWrongCodes(turn.desk[wrongCodesField]), turn.at);
    if (minutes !== undefined) return { outcome: 'wait', minutes };

    const secrets = await store.secrets();
    const numbers = [...secrets]
      .filter(([, secret]) => isCodeOf(secret, typed.code, turn.at))
      .map(([one]) => one);
    const found = await openTo(turn, await meetingsOf(numbers));
    const [meant, another] = found.filter(({ entry }) => entry === undefined);
    if (meant === undefined) {
      const [there] = found;
      return there?.entry === undefined
        ? notFound(turn, secrets)
        : { outcome: 'already', meeting: there.meeting, entry: there.entry };
    }
    if (another !== undefined) return { outcome: 'twice' };

    const { meeting, stored } = meant;
    const facts = await store.facts(meeting.number);
    if (isPaused(meeting.invited, facts.wrongCodes)) return { outcome: 'paused', meeting };
    const entry = entryOf(turn, meeting, typed);
    meetings.expectUnchanged(turn.work, meeting);
    store.expectCode(turn.work, meeting.number, secrets.get(meeting.number) ?? '', facts);
    store.add(turn.work, meeting.number, turn.member.person.userid, stored, entry);
    return { outcome: 'attended', meeting, entry };
  };

  /** Counts the wrong code, if there was anything to guess. */
  async function notFound(turn: Turn, secrets: ReadonlyMap<number, string>): Promise<Attended> {
    const from = zone.localAt(turn.at - day);
    const lately = await meetings.starting(from, zone.localAt(turn.at + (rules.opensBefore + 1) * minute));
    const open = await openTo(turn, lately);
    const begun = open.filter(({ meeting }) => secrets.has(meeting.number));
    const [first] = open;
    if (first === undefined) return { outcome: 'noMeeting' };
    const waiting = begun.filter(({ entry }) => entry === undefined);
    if (waiting.length === 0) {
      const there = open.find(({ entry }) => entry !== undefined);
      return there?.entry === undefined
        ? { outcome: 'notBegun', meeting: first.meeting }
        : { outcome: 'already', meeting: there.meeting, entry: there.entry };
    }

    for (const { meeting } of waiting) {
      const { wrongCodes } = await store.facts(meeting.number);
      if (isPaused(meeting.invited, wrongCodes)) return { outcome: 'paused', meeting };
    }
    for (const { meeting } of waiting) store.countWrong(turn.work, meeting.number);
    const wrong = withOneMore(readWrongCodes(turn.desk[wrongCodesField]), turn.at);
    const deskKey = desks.key(turn.member.person.userid);
    turn.work.write('HSET', deskKey, wrongCodesField, wrongCodesText(wrong));
    return { outcome: 'wrong' };
  }

  /** Those of these meetings that the person is invited to and that take people now. */
  async function openTo(turn: Turn, candidates: readonly Meeting[]): Promise<readonly OpenMeeting[]> {
    const called = candidates.filter(({ state }) => state === 'called');
    const open = called.filter((meeting) => {
      const { opens, closes } = checkInTimes(meeting, rules, zone);
      return opens <= turn.at && turn.at < closes;
    });
    const { userid } = turn.member.person;
    const standings = await meetings.standings(
      userid,
      open.map(({ number }) => number),
    );
    return Promise.all(
      open
        .filter((_, index) => standings[index] !== undefined)
        .map(async (meeting) => {
          const stored = await store.entry(meeting.number, userid);
          return { meeting, stored, entry: entryNow(stored, meeting) };
        }),
    );
  }

  async function meetingsOf(numbers: readonly number[]): Promise<readonly Meeting[]> {
    const found = await Promise.all(numbers.map((number) => meetings.find(number)));
    return found.filter((meeting) => meeting !== undefined);
  }

  function entryOf(turn: Turn, meeting: Meeting, { isOnline }: TypedCode): RollEntry {
    const isLate = turn.at >= checkInTimes(meeting, rules, zone).lateFrom;
    const inTheRoom = isLate ? 'late' : 'present';
    return {
      round: meeting.round,
      presence: isOnline ? 'online' : inTheRoom,
      at: { date: turn.today, minute: turn.minute },
      source: { kind: 'code' },
    };
  }
}

interface OpenMeeting {
  readonly meeting: Meeting;
  /** What stands in the roll, also of an earlier round. */
  readonly stored: RollEntry | undefined;
  /** Whether the person is there already. */
  readonly entry: RollEntry | undefined;
}

/** On the desk: the wrong codes the person typed of late. */
const wrongCodesField = 'wrong-codes';

const minute = 60_000;
const day = 86_400_000;
