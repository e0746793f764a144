import type { LedMeetings } from '../attendance/led-meetings.ts';
import type { ReadRoll } from '../attendance/read-roll.ts';
import type { Automatic } from '../automatic/automatic.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { TakeBackCase } from '../flows/taking-back.ts';
import type { Tasks } from '../flows/tasks.ts';
import type { MeetingType } from '../library/meeting-type.ts';
import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { StatedWork } from '../redis/unit-of-work.ts';
import type { Zone } from '../time/zone.ts';
import type { TakeBack } from '../undo/undo.ts';
import { createMakeUpStudy, type MakeUpStudy } from './make-up-study.ts';
import { createMinutes, type Minutes } from './minutes.ts';
import { createMinutesRecords, type MinutesRecords } from './minutes-records.ts';
import type { MinutesStore } from './minutes-store.ts';
import { takenBackPieceText } from './minutes-text.ts';
import { createOpenMinutes } from './open-minutes.ts';

/** What handlers and jobs may use of minutes. */
export interface MinutesServices {
  readonly minutes: Minutes;
  readonly makeUpStudy: MakeUpStudy;
}

export interface MinutesServicesParts {
  readonly store: MinutesStore;
  readonly meetings: MeetingStore;
  readonly participants: ParticipantStore;
  readonly ledMeetings: LedMeetings;
  readonly readRoll: ReadRoll;
  readonly types: readonly MeetingType[];
  readonly tasks: Tasks;
  readonly takeBackCase: TakeBackCase;
  readonly automatic: Automatic;
  readonly desks: Desks;
  readonly zone: Zone;
  commit(work: StatedWork): Promise<number | undefined>;
}

export function createMinutesServices(
  parts: MinutesServicesParts,
): MinutesServices & { readonly minutesRecords: MinutesRecords; readonly takeBackMinutes: TakeBack } {
  const minutes = createMinutes({ ...parts, open: createOpenMinutes(parts) });
  return {
    minutes,
    makeUpStudy: createMakeUpStudy(parts),
    minutesRecords: createMinutesRecords(parts),
    async takeBackMinutes(turn, detail) {
      const [number, place] = detail.split(' ').map(Number);
      const taken =
        number === undefined || place === undefined ? undefined : await minutes.takeBack(turn, number, place);
      return taken === undefined ? '这一段后来已经撤回了，没有可以撤销的。' : takenBackPieceText(taken);
    },
  };
}
