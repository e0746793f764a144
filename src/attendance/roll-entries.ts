import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { Participant } from '../meetings/participant.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { rollEntryText } from './roll-entry-text.ts';
import type { RollEntry } from './roll-entry.ts';
import type { Forgotten } from './roll-figures.ts';

/** Who stands on a roll: kept with the participants of the meeting, and each change counted for the guards. */
export interface RollEntries {
  /** States that somebody was there; fails at the commit when anything of theirs came in between. */
  add(work: UnitOfWork, number: number, participant: Participant, entry: RollEntry): void;
  /** States that their entry was a mistake; fails at the commit when anything of theirs came in between. */
  remove(work: UnitOfWork, number: number, participant: Participant): void;
  /** States that of a participant only a count on the roll stays. */
  forget(work: UnitOfWork, number: number, userid: string, gone: Omit<Forgotten, 'count'>): void;
}

export interface RollEntriesParts {
  readonly store: Pick<AttendanceStore, 'countChange' | 'countForgotten'>;
  readonly participants: Pick<ParticipantStore, 'change' | 'forgetPerson'>;
}

export function createRollEntries({ store, participants }: RollEntriesParts): RollEntries {
  return {
    add(work, number, participant, entry) {
      participants.change(work, number, participant, { rollEntry: rollEntryText(entry) });
      store.countChange(work, number);
    },
    remove(work, number, participant) {
      participants.change(work, number, participant, { rollEntry: '' });
      store.countChange(work, number);
    },
    forget(work, number, userid, gone) {
      participants.forgetPerson(work, number, userid);
      store.countForgotten(work, number, gone);
      store.countChange(work, number);
    },
  };
}
