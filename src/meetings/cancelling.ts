import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import { refuseMarkedText } from '../notices/secrecy-marks.ts';
import type { Zone } from '../time/zone.ts';
import { changeKind } from './changing.ts';
import { comingLedMeeting } from './led-meeting.ts';
import { cancelledCard } from './meeting-cards.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';
import { startOf, type Reach, type Telling } from './telling.ts';

/** 取消会议 */
export interface Cancelling {
  /** What would be cancelled, and who hears of it. Throws a Refusal for what cannot be. */
  prepare(turn: Turn, number: number | undefined, reason: string): Promise<PreparedCancelling>;
  /** States that it is cancelled; with it end its reminders. */
  cancel(turn: Turn, prepared: PreparedCancelling): void;
}

export interface PreparedCancelling {
  readonly before: Meeting;
  readonly after: Meeting;
  readonly reach: Reach;
  /** Goes out at once, whatever the hour (contract §4). */
  readonly isUrgent: boolean;
}

export interface CancellingParts {
  readonly store: MeetingStore;
  readonly participants: Pick<ParticipantStore, 'all'>;
  readonly telling: Telling;
  readonly zone: Zone;
}

/** So that it is read at one glance. */
const longestReason = 40;

export function createCancelling({ store, participants, telling, zone }: CancellingParts): Cancelling {
  return {
    async prepare(turn, number, typed) {
      const meeting = await comingLedMeeting(turn, number, { store, zone, word: '取消会议' });
      const reason = typed.trim().replaceAll(/\s+/gu, ' ');
      refuseMarkedText(reason);
      if ([...reason].length > longestReason) {
        throw new Refusal(`原因有 ${[...reason].length} 个字，最多 ${longestReason} 个，请写短一些。`);
      }
      const kind = changeKind([meeting], turn.at, zone);
      const invited = await participants.all(meeting.number);
      const before = startOf(meeting, zone);
      const by = turn.member.person.userid;
      return {
        before: meeting,
        after: { ...meeting, state: 'cancelled', changedAt: turn.at, ...(reason === '' ? {} : { reason }) },
        reach: await telling.reach(invited, { roster: turn.roster, by, now: turn.at, kind, before }),
        isUrgent: kind === 'urgent',
      };
    },
    cancel(turn, { before, after, reach }) {
      store.change(turn.work, before, after);
      const id = `meeting-${before.number}-cancelled-${before.revision + 1}`;
      telling.tell(turn.work, id, reach.reached, (today, standing) =>
        cancelledCard(after, { today, standing }),
      );
    },
  };
}
