import type { Announcement, Automatic } from '../automatic/automatic.ts';
import type { CheckInRules } from '../library/check-in-rules.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { createUnitOfWork, type StatedWork } from '../redis/unit-of-work.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Zone } from '../time/zone.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { checkInTimes } from './check-in-times.ts';
import { emptyRollCard } from './closing-text.ts';
import type { CurrentRoll, ReadRoll } from './read-roll.ts';
import { isThere } from './roll.ts';
import type { StateHeld } from './state-held.ts';

/** What is done with meetings whose check-in is over, by nobody's asking. Everything can be done twice. */
export interface CloseDue {
  /**
   * Those at which somebody signed in were held. Where nobody did it is not known whether they were: their
   * convener is asked, once.
   */
  close(at: number): Promise<void>;
  /** Whom `close` would tell what. */
  planned(at: number): Promise<readonly { readonly userid: string; readonly what: string }[]>;
}

export interface CloseDueParts {
  readonly store: Pick<AttendanceStore, 'secrets' | 'dropSecret'>;
  readonly meetings: Pick<MeetingStore, 'find' | 'starting'>;
  readonly readRoll: ReadRoll;
  readonly stateHeld: StateHeld;
  readonly rules: CheckInRules;
  readonly zone: Zone;
  readonly automatic: Pick<Automatic, 'announce'>;
  roster(): Promise<Roster>;
  /** Writes the unit; `undefined` when written, else which expectation failed. */
  commit(work: StatedWork): Promise<number | undefined>;
}

/** After so long a downtime an officer closes by hand; in days. */
const lookBack = 7;

export function createCloseDue(parts: CloseDueParts): CloseDue {
  const { store, meetings, readRoll, stateHeld, rules, zone, automatic, roster, commit } = parts;

  return {
    async close(at) {
      for (const { meeting, roll } of await due(at)) {
        if (isEmpty(roll)) {
          await automatic.announce(question(meeting, at), at);
          continue;
        }
        const work = createUnitOfWork();
        stateHeld(work, meeting, roll, await roster());
        // A failed expectation says that something changed: the next round looks again.
        await commit(work);
      }
      await dropCancelled();
    },
    async planned(at) {
      const empty = (await due(at)).filter(({ roll }) => isEmpty(roll));
      return empty.map(({ meeting: { number, convenedBy } }) => ({
        userid: convenedBy,
        what: `会议 ${number} 没有人签到，请核对`,
      }));
    },
  };

  async function due(at: number): Promise<readonly DueMeeting[]> {
    const lately = await meetings.starting(zone.localAt(at - lookBack * day), zone.localAt(at));
    const over = lately.filter(
      (meeting) => meeting.state === 'called' && checkInTimes(meeting, rules, zone).closes <= at,
    );
    return Promise.all(over.map(async (meeting) => ({ meeting, roll: await readRoll(meeting) })));
  }

  function question(meeting: Meeting, at: number): Announcement {
    const { number, round, convenedBy } = meeting;
    const card = emptyRollCard(meeting, zone.localAt(at).date);
    return { userids: [convenedBy], subject: `roll-empty-${number}-${round}`, card };
  }

  /** Whoever cancels a meeting knows nothing of its codes. */
  async function dropCancelled(): Promise<void> {
    const work = createUnitOfWork();
    for (const number of (await store.secrets()).keys()) {
      if ((await meetings.find(number))?.state === 'cancelled') store.dropSecret(work, number);
    }
    await commit(work);
  }
}

interface DueMeeting {
  readonly meeting: Meeting;
  readonly roll: CurrentRoll;
}

function isEmpty({ lines }: CurrentRoll): boolean {
  return !lines.some(isThere);
}

const day = 86_400_000;
