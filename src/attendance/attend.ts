import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Zone } from '../time/zone.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { checkInTimes } from './check-in-times.ts';
import { isCodeOf } from './code.ts';
import type { OpenRoll, OpenRolls } from './open-rolls.ts';
import type { RollEntries } from './roll-entries.ts';
import type { Presence, RollEntry } from './roll-entry.ts';
import { isPaused, minutesToWait, readWrongCodes, withOneMore, wrongCodesText } from './wrong-codes.ts';

/**
 * 签到 4821: somebody types the code they heard. Which meeting is meant follows from those the person is
 * invited to and that take people now: nobody else's is ever looked at, so that a code of another branch,
 * of yesterday and a wrong one are all the same, and the answer hints at nothing.
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
  readonly store: Pick<AttendanceStore, 'secrets' | 'facts' | 'expectCode' | 'countWrong'>;
  readonly entries: Pick<RollEntries, 'add'>;
  readonly openRolls: OpenRolls;
  readonly meetings: Pick<MeetingStore, 'expectUnchanged'>;
  readonly rules: CheckInRules;
  readonly zone: Zone;
  readonly desks: Desks;
}

export function createAttend({
  store,
  entries,
  openRolls,
  meetings,
  rules,
  zone,
  desks,
}: AttendParts): Attend {
  return async (turn, typed) => {
    const minutes = minutesToWait(readWrongCodes(turn.desk[wrongCodesField]), turn.at);
    if (minutes !== undefined) return { outcome: 'wait', minutes };

    const secrets = await store.secrets();
    const matching = [...secrets].filter(([, secret]) => isCodeOf(secret, typed.code, turn.at));
    const found = await openRolls.among(
      turn,
      matching.map(([number]) => number),
    );
    const [meant, another] = found.filter(({ entry }) => entry === undefined);
    if (meant === undefined) return alreadyOn(found) ?? miss(turn, secrets);
    if (another !== undefined) return { outcome: 'twice' };
    return sign(turn, meant, typed, secrets);
  };

  /** Nobody may have typed too many wrong ones, changed the code or closed the meeting meanwhile. */
  async function sign(
    turn: Turn,
    { meeting, participant }: OpenRoll,
    typed: TypedCode,
    secrets: ReadonlyMap<number, string>,
  ): Promise<Attended> {
    const { number, round, invited } = meeting;
    const facts = await store.facts(number);
    if (isPaused(invited, facts.wrongCodes)) return { outcome: 'paused', meeting };
    const at = { date: turn.today, minute: turn.minute };
    const presence = presenceOf(meeting, turn.at, typed);
    const entry: RollEntry = { round, presence, at, source: { kind: 'code' } };
    meetings.expectUnchanged(turn.work, meeting);
    store.expectCode(turn.work, number, secrets.get(number) ?? '', facts);
    entries.add(turn.work, number, participant, entry);
    return { outcome: 'attended', meeting, entry };
  }

  /** Counts the wrong code, if there was anything to guess. */
  async function miss(turn: Turn, secrets: ReadonlyMap<number, string>): Promise<Attended> {
    const open = await openRolls.all(turn);
    const [first] = open;
    if (first === undefined) return { outcome: 'noMeeting' };
    const guessed = open.filter(({ meeting, entry }) => entry === undefined && secrets.has(meeting.number));
    if (guessed.length === 0) return alreadyOn(open) ?? { outcome: 'notBegun', meeting: first.meeting };

    for (const { meeting } of guessed) {
      const { wrongCodes } = await store.facts(meeting.number);
      if (isPaused(meeting.invited, wrongCodes)) return { outcome: 'paused', meeting };
    }
    for (const { meeting } of guessed) store.countWrong(turn.work, meeting.number);
    const wrong = withOneMore(readWrongCodes(turn.desk[wrongCodesField]), turn.at);
    const deskKey = desks.key(turn.member.person.userid);
    turn.work.write('HSET', deskKey, wrongCodesField, wrongCodesText(wrong));
    return { outcome: 'wrong' };
  }

  function presenceOf(meeting: Meeting, at: number, { isOnline }: TypedCode): Presence {
    if (isOnline) return 'online';
    return at >= checkInTimes(meeting, rules, zone).lateFrom ? 'late' : 'present';
  }
}

/** The first of these rolls that the person stands on. */
function alreadyOn(rolls: readonly OpenRoll[]): Attended | undefined {
  for (const { meeting, entry } of rolls) {
    if (entry !== undefined) return { outcome: 'already', meeting, entry };
  }
  return undefined;
}

/** On the desk: the wrong codes the person typed of late. */
const wrongCodesField = 'wrong-codes';
