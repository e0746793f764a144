import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import { meetingWords } from '../meetings/meeting-words.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { momentWords } from '../time/spoken-time.ts';
import type { Zone } from '../time/zone.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { checkInTimes } from './check-in-times.ts';
import { codeAt, haveCodeInCommon, type SpokenCode } from './code.ts';

/** 签到码: what the chair reads out. */
export interface MeetingCodes {
  /** The code of this minute; the first asking is what begins the check-in. Throws a Refusal outside of its time. */
  current(turn: Turn, meeting: Meeting): Promise<SpokenCode>;
  /**
   * Another code than the one that is `shown`, for when it was passed on or too many wrong ones were typed:
   * that of the new minute, or of a new secret when it is still the same. Without `shown` always the latter.
   */
  change(turn: Turn, meeting: Meeting, shown: string | undefined): Promise<SpokenCode>;
}

export interface MeetingCodesParts {
  readonly store: Pick<AttendanceStore, 'facts' | 'secrets' | 'setSecret'>;
  readonly meetings: Pick<MeetingStore, 'expectUnchanged'>;
  readonly rules: CheckInRules;
  readonly zone: Zone;
  /** A secret nobody can guess. */
  newSecret(): string;
}

export function createMeetingCodes({
  store,
  meetings,
  rules,
  zone,
  newSecret,
}: MeetingCodesParts): MeetingCodes {
  return {
    async current(turn, meeting) {
      refuseOutsideOfTime(turn, meeting);
      const secret = (await store.secrets()).get(meeting.number);
      return secret === undefined ? begin(turn, meeting, undefined) : codeAt(secret, turn.at);
    },
    async change(turn, meeting, shown) {
      refuseOutsideOfTime(turn, meeting);
      const secret = (await store.secrets()).get(meeting.number);
      const current = secret === undefined ? undefined : codeAt(secret, turn.at);
      const { wrongCodes } = await store.facts(meeting.number);
      const isNew = shown !== undefined && current !== undefined && current.code !== shown;
      return isNew && wrongCodes === 0 ? current : begin(turn, meeting, secret);
    },
  };

  function begin(turn: Turn, meeting: Meeting, before: string | undefined): SpokenCode {
    let secret = newSecret();
    while (before !== undefined && haveCodeInCommon(secret, before, turn.at)) secret = newSecret();
    meetings.expectUnchanged(turn.work, meeting);
    store.setSecret(turn.work, meeting.number, before, secret);
    return codeAt(secret, turn.at);
  }

  function refuseOutsideOfTime(turn: Turn, meeting: Meeting): void {
    const { number, state } = meeting;
    const { opens, closes } = checkInTimes(meeting, rules, zone);
    if (state === 'cancelled') throw new Refusal(`${meetingWords(meeting)}已经取消，没有签到码。`);
    if (state === 'held' || turn.at >= closes) {
      throw new Refusal(
        `${meetingWords(meeting)}的签到已经结束。\n有人没有签上，发“补签 ${number} 姓名 原因”。`,
      );
    }
    if (turn.at < opens) {
      const from = momentWords(zone.localAt(opens), turn.today);
      throw new Refusal(`${meetingWords(meeting)}${from} 开始签到，到时候再发“签到码 ${number}”。`);
    }
  }
}
