import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { accountKey } from '../roster/account.ts';
import type { SendingKind } from '../time/sending-window.ts';
import type { Doubt, SpokenMoment } from '../time/spoken/doubt.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import { comingLedMeeting } from './led-meeting.ts';
import { changedCard } from './meeting-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import { overlapsOf, type Overlap } from './overlapping.ts';
import type { ParticipantStore } from './participant-store.ts';
import type { Participant } from './participant.ts';
import { remindersOf, type PlannedReminder } from './reminder-plan.ts';
import { comingAt } from './reply.ts';
import { startOf, type Reach, type Telling } from './telling.ts';
import { readChange } from './typed-change.ts';

/** 改期: another time, another place, or both. */
export interface Changing {
  /** What would change, or what has to be asked first. Throws a Refusal for what cannot be. */
  prepare(turn: Turn, number: number | undefined, words: string): Promise<PreparedChange | ChangeQuestion>;
  /** States the change, and that everybody invited hears of it. */
  change(turn: Turn, prepared: PreparedChange): void;
}

export interface PreparedChange {
  readonly kind: 'ready';
  readonly before: Meeting;
  readonly after: Meeting;
  /** Whoever changes it, when invited: they know of the new time, and come. */
  readonly own?: Participant;
  readonly reach: Reach;
  /** Goes out at once, whatever the hour (contract §4). */
  readonly isUrgent: boolean;
  readonly reminders: readonly PlannedReminder[];
  readonly overlaps: readonly Overlap[];
}

export interface ChangeQuestion {
  readonly kind: 'when';
  readonly meeting: Meeting;
  readonly doubts: readonly Doubt[];
  readonly choices: readonly SpokenMoment[];
  readonly place?: string;
}

export interface ChangingParts {
  readonly store: MeetingStore;
  readonly participants: Pick<ParticipantStore, 'all' | 'change'>;
  readonly telling: Telling;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
}

export function createChanging({ store, participants, telling, calendar, zone }: ChangingParts): Changing {
  return {
    async prepare(turn, number, words) {
      const meeting = await comingLedMeeting(turn, number, { store, zone, word: '改期' });
      const { today, minute } = turn;
      const said = readChange(words, meeting, { today, minute, calendar });
      if (said.kind === 'unclear') return { ...said, kind: 'when', meeting };
      const after = changed(meeting, said, turn);
      if (after.round === meeting.round && after.place === meeting.place && after.until === meeting.until) {
        throw new Refusal(`会议 ${meeting.number} 本来就是这个时间和地点，没有要改的。`);
      }
      const invited = await participants.all(meeting.number);
      const before = startOf(after, zone);
      const kind = changeKind([meeting, after], turn.at, zone);
      const by = turn.member.person.userid;
      const own = invited.find(({ userid }) => userid === accountKey(by));
      return {
        kind: 'ready',
        before: meeting,
        after,
        ...(own === undefined ? {} : { own }),
        reach: await telling.reach(invited, { roster: turn.roster, by, now: turn.at, kind, before }),
        isUrgent: kind === 'urgent',
        reminders: remindersOf(after, { zone, calendar }),
        overlaps: await overlapsOf(after, invited, turn.roster, {
          store,
          participants,
          except: meeting.number,
        }),
      };
    },
    change(turn, { before, after, own, reach }) {
      store.change(turn.work, before, after);
      if (own !== undefined && after.round !== before.round) {
        const reply = comingAt({ date: turn.today, minute: turn.minute }, after);
        participants.change(turn.work, before.number, own, { reply });
      }
      const id = `meeting-${before.number}-changed-${before.revision + 1}`;
      telling.tell(turn.work, id, reach.reached, (today, standing) =>
        changedCard(before, after, { today, standing }),
      );
    },
  };

  function changed(
    meeting: Meeting,
    { when, place = meeting.place }: { readonly when?: SpokenMoment; readonly place?: string },
    turn: Turn,
  ): Meeting {
    const { until: _until, ...rest } = meeting;
    const { date, minute, until } = when ?? meeting;
    const isMoved = date !== meeting.date || minute !== meeting.minute;
    return {
      ...rest,
      date,
      minute,
      ...(until === undefined ? {} : { until }),
      ...(place === undefined ? {} : { place }),
      changedAt: turn.at,
      round: isMoved ? meeting.round + 1 : meeting.round,
    };
  }
}

/** Changes of a meeting within 12 hours go at once (contract §4), before the old or the new time. */
export function changeKind(
  meetings: readonly Pick<Meeting, 'date' | 'minute'>[],
  now: number,
  zone: Zone,
): SendingKind {
  return meetings.some((meeting) => startOf(meeting, zone) - now < twelveHours) ? 'urgent' : 'unasked';
}

const twelveHours = 12 * 3600_000;
