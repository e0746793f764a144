import type { Desk } from '../chat/desk.ts';
import type { Desks } from '../chat/desk-store.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { StudyStore } from './study-store.ts';
import { studyField, studyText, type TodaysStudy } from './todays-study.ts';

/** Puts a study item on somebody's desk. */
export interface Assignment {
  /**
   * States that this is the person's study now. The member, the morning's push and a reminder may all
   * choose at the same moment: then the commit fails, and whoever failed decides anew.
   */
  set(work: UnitOfWork, userid: string, desk: Desk, state: TodaysStudy): void;
  /** The same for an item that is new to the person. */
  send(work: UnitOfWork, userid: string, desk: Desk, itemId: string, today: LocalDate): void;
}

export function createAssignment(desks: Desks, store: Pick<StudyStore, 'noteSent'>): Assignment {
  const assignment: Assignment = {
    set(work, userid, desk, state) {
      work.expectField(desks.key(userid), studyField, desk[studyField]);
      work.write('HSET', desks.key(userid), studyField, studyText(state));
    },
    send(work, userid, desk, itemId, today) {
      assignment.set(work, userid, desk, { date: today, itemId });
      store.noteSent(work, userid, itemId, today);
    },
  };
  return assignment;
}
