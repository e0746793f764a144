import type { Turn } from '../chat/turn.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { leaveReasonOf } from './leave-reason.ts';
import type { OwnMeeting, OwnMeetings } from './own-meetings.ts';
import { readLeaveWords } from './read-leave-words.ts';

/**
 * Which meeting somebody asks for leave of, and why: the one with the number they wrote, else the only one
 * on the day they wrote, else the only one that is coming or that they are missing just now. A day on which
 * there is none is asked about, also when one meeting is coming: leave of another day was not meant. Throws a
 * Refusal when there is none at all.
 */
export type MeantLeave = (turn: Turn, words: string) => Promise<ClearLeave | UnclearLeave>;

export interface ClearLeave {
  readonly own: OwnMeeting;
  /** As it was typed; empty when nothing was said. */
  readonly reason: string;
}

export interface UnclearLeave {
  readonly meetings: readonly OwnMeeting[];
  readonly reason: string;
  /** The day that was written, when there is no meeting on it. */
  readonly notOn?: LocalDate;
}

export interface MeantLeaveParts {
  readonly own: OwnMeetings;
  readonly calendar: WorkCalendar;
}

export function createMeantLeave({ own, calendar }: MeantLeaveParts): MeantLeave {
  return async (turn, words) => {
    const { today, minute } = turn;
    const { numbered, dated, reason } = readLeaveWords(words, { today, minute, calendar });
    const one = numbered && (await own.numbered(turn, numbered.number));
    if (one !== undefined) return { own: one, reason: numbered?.reason ?? '' };

    const all = (await own.list(turn)).filter(({ meeting }) => meeting.state !== 'cancelled');
    const open = all.filter(mayBeMeant);
    if (dated !== undefined) {
      const onDay = ({ meeting }: OwnMeeting): boolean => meeting.date === dated.date;
      const meant = [open.filter(onDay), all.filter(onDay)].find((some) => some.length > 0);
      if (meant !== undefined) return onlyOf(meant, dated.reason);
      if (numbered === undefined && open.length > 0) {
        return { meetings: open, reason: dated.reason, notOn: dated.date };
      }
    }
    if (numbered === undefined && open.length > 0) return onlyOf(open, reason);
    const said = numbered?.reason ?? reason;
    return onlyOf(await own.meant(turn, numbered?.number, (number) => leaveExample(number, said)), said);
  };
}

/** Nobody asks for leave of a meeting that they are at, or once more when it has begun. */
function mayBeMeant({ meeting, reply, isSignedIn, hasBegun }: OwnMeeting): boolean {
  return meeting.state === 'called' && (!hasBegun || (!isSignedIn && reply?.kind !== 'leave'));
}

function onlyOf(meetings: readonly OwnMeeting[], reason: string): ClearLeave | UnclearLeave {
  const [one, other] = meetings;
  return one === undefined || other !== undefined ? { meetings, reason } : { own: one, reason };
}

/** With the person's own words, and what of them would be kept. */
function leaveExample(number: number, words: string): string {
  const kept = words !== '' && leaveReasonOf(words) === '其他' ? '（原因只记“其他”，不保存具体情况）' : '';
  return `请假 ${number} ${words === '' ? '出差' : words}${kept}`;
}
