import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import { expectedAt, type Meeting } from '../meetings/meeting.ts';
import { roleSuffices } from '../roster/role.ts';
import type { Attend, TypedCode } from './attend.ts';
import type { AttendanceStore } from './attendance-store.ts';
import type { BareCode, TypedAttended } from './bare-code.ts';
import type { Closed, Closing } from './closing.ts';
import type { SpokenCode } from './code.ts';
import type { LedMeetings } from './led-meetings.ts';
import type { MeetingCodes } from './meeting-codes.ts';
import type { OpenRolls } from './open-rolls.ts';
import type { ReadRoll } from './read-roll.ts';
import { refuseCancelled } from './refuse-signing.ts';
import type { RollFigures } from './roll-figures.ts';
import type { RollView, ViewRoll } from './roll-view.ts';
import type { Signed, Signing } from './signing.ts';
import type { TypedSigning } from './typed-signing.ts';
import { isPaused } from './wrong-codes.ts';

/**
 * Who was at a meeting. People sign in with a code they hear in the room; officers see how many there are,
 * sign in for whoever cannot, and close the meeting. A number may be left out where only one meeting can
 * be meant; whatever cannot be done is a Refusal.
 */
export interface Attendance {
  readonly attend: Attend;
  readonly bareCode: BareCode;
  /**
   * 签到码 4821: the code of the officer's meeting with this number, where there is one; else it is what
   * somebody heard, and signs them in.
   */
  heardCode(turn: Turn, typed: TypedCode): Promise<ShownCode | TypedAttended>;
  code(turn: Turn, number: number | undefined): Promise<ShownCode>;
  /** Another code than `shown`; without it another one in any case. */
  changeCode(turn: Turn, number: number, shown: string | undefined): Promise<ShownCode>;
  view(turn: Turn, number: number | undefined): Promise<RollView>;
  /** How many have a vote, as the secretary says. */
  setVoters(turn: Turn, number: number, voters: number): Promise<RollView>;
  /** 代签. The view is that from before. */
  record(turn: Turn, number: number, typed: TypedSigning): Promise<SignedInView>;
  makeUp(turn: Turn, number: number, name: string, words: string): ReturnType<Signing['makeUp']>;
  /** For each of these meetings; also years later, when nobody's name is kept. */
  figures(meetings: readonly Meeting[]): Promise<readonly RollFigures[]>;
  beforeClosing(turn: Turn, number: number): Promise<Counted>;
  close(turn: Turn, number: number): Promise<Closed>;
}

export interface Counted {
  readonly meeting: Meeting;
  readonly figures: RollFigures;
}

export interface ShownCode extends Counted {
  readonly spoken: SpokenCode;
  /** Too many wrong ones were typed: it is not taken any more. */
  readonly isPaused: boolean;
}

export interface SignedInView {
  readonly signed: Signed;
  readonly view: RollView;
}

export interface AttendanceParts {
  readonly attend: Attend;
  readonly bareCode: BareCode;
  readonly openRolls: OpenRolls;
  readonly ledMeetings: LedMeetings;
  readonly codes: MeetingCodes;
  readonly readRoll: ReadRoll;
  readonly viewRoll: ViewRoll;
  readonly signing: Signing;
  readonly closing: Closing;
  readonly store: Pick<AttendanceStore, 'setVoters'>;
  readonly meetings: Pick<MeetingStore, 'expectUnchanged'>;
}

export function createAttendance(parts: AttendanceParts): Attendance {
  const { attend, bareCode, openRolls, ledMeetings, codes, readRoll, viewRoll, signing, closing } = parts;
  const { store, meetings } = parts;
  const find = ledMeetings.find;

  return {
    attend,
    bareCode,
    async heardCode(turn, typed) {
      const number = Number(typed.code);
      const isOfficer = roleSuffices(turn.member.role, 'groupLeader');
      const isNumber = isOfficer && !typed.isOnline && (await ledMeetings.has(turn, number));
      const isHeard = !isNumber && (!isOfficer || (await openRolls.all(turn)).length > 0);
      return isHeard ? { typed, attended: await attend(turn, typed) } : code(turn, number);
    },
    code,
    async changeCode(turn, number, before) {
      const meeting = await find(turn, number, (one) => `签到码 ${one}`);
      return { ...(await shown(meeting, await codes.change(turn, meeting, before))), isPaused: false };
    },
    async view(turn, number) {
      return viewRoll(turn, await find(turn, number, (one) => `考勤 ${one}`));
    },
    async setVoters(turn, number, voters) {
      const meeting = await find(turn, number, (one) => `考勤 ${one} 有表决权 ${voters}`);
      refuseCancelled(meeting);
      const expected = expectedAt(meeting.invited);
      if (voters < 1 || voters > expected) {
        const example = `考勤 ${number} 有表决权 ${meeting.invited.voting}`;
        throw new Refusal(`应到 ${expected} 人，有表决权的要在 1 到 ${expected} 之间。例如：${example}`);
      }
      meetings.expectUnchanged(turn.work, meeting);
      store.setVoters(turn.work, number, voters);
      return viewRoll(turn, meeting, voters);
    },
    async record(turn, number, { names, presence }) {
      const meeting = await find(turn, number, (one) => `代签 ${one} ${names.join(' ')}`);
      const signed = await signing.record(turn, meeting, names, presence);
      return { signed, view: await viewRoll(turn, meeting) };
    },
    async makeUp(turn, number, name, words) {
      const meeting = await find(turn, number, (one) => `补签 ${one} ${name} ${words}`);
      return signing.makeUp(turn, meeting, name, words);
    },
    async figures(some) {
      return (await Promise.all(some.map(readRoll))).map(({ figures }) => figures);
    },
    async beforeClosing(turn, number) {
      const meeting = await find(turn, number, (one) => `考勤 ${one} 结束`);
      return { meeting, figures: await closing.before(turn, meeting) };
    },
    async close(turn, number) {
      return closing.close(turn, await find(turn, number, (one) => `考勤 ${one} 结束`));
    },
  };

  async function code(turn: Turn, number: number | undefined): Promise<ShownCode> {
    const meeting = await find(turn, number, (one) => `签到码 ${one}`);
    return shown(meeting, await codes.current(turn, meeting));
  }

  async function shown(meeting: Meeting, spoken: SpokenCode): Promise<ShownCode> {
    const { figures, facts } = await readRoll(meeting);
    return { meeting, spoken, figures, isPaused: isPaused(meeting.invited, facts.wrongCodes) };
  }
}
