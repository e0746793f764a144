import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { scopeOf } from '../hours/scope.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import { readAllDuties, type AllDuties } from './all-duties.ts';
import type { DutyBook } from './duty-book.ts';
import type { DutyStore } from './duty-store.ts';
import type { Fulfilment } from './fulfilment.ts';
import { noteList } from './last-list.ts';
import { ownDuties, type OwnDuties } from './own-duties.ts';

/** Which duties were met, and which are open by the rules in `content/duties/`. */
export interface Duties {
  /**
   * States that an organisation met a duty: to be called when a meeting was held or a test was closed.
   * Stating it again changes nothing. One date may be stated with several evidences; it counts once.
   */
  fulfil(work: UnitOfWork, fulfilment: Fulfilment): void;
  /** States that it was not so after all: the meeting's day was corrected, or 撤销. */
  withdraw(work: UnitOfWork, fulfilment: Fulfilment): void;
  /** 还差什么: the officer's own organisation this quarter; the list is remembered for 依据. */
  own(turn: Turn): Promise<OwnDuties>;
  /** 还差什么 全部. Throws a Refusal for an officer who answers for one organisation only. */
  all(turn: Turn): Promise<AllDuties>;
}

export interface DutiesParts {
  readonly store: Pick<DutyStore, 'add' | 'remove'>;
  readonly book: Pick<DutyBook, 'read'>;
  readonly desks: Desks;
}

export function createDuties({ store, book, desks }: DutiesParts): Duties {
  return {
    fulfil: store.add,
    withdraw: store.remove,
    all: (turn) => readAllDuties(book, turn),
    async own(turn) {
      const duties = await ownDuties(book, turn, scopeOf(turn));
      noteList(turn, desks.key(turn.member.person.userid), duties.open);
      return duties;
    },
  };
}
