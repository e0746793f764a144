import type { Turn } from '../chat/turn.ts';
import { yearOf } from '../time/local-date.ts';
import { takenBack, type Case } from './case.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';
import type { CaseStore } from './case-store.ts';
import { speaksFor } from './own-places.ts';

/** The cases of one flow that a member began, and how many there are besides. */
export interface BegunByMe {
  /** Open and closed ones, the latest first; without those taken back within ten minutes. */
  readonly own: readonly Case[];
  /** Those of the member's organisation, for the committee of all, begun this year. */
  readonly all: { readonly open: number; readonly closed: number };
}

export function createBegunByMe(
  store: Pick<CaseStore, 'ofPerson' | 'findEach' | 'allOpen' | 'allClosed'>,
): (turn: Turn, flow: string) => Promise<BegunByMe> {
  return async ({ member, roster, today }, flow) => {
    const { userid } = member.person;
    const [cases, open, closed] = await Promise.all([
      store.ofPerson(userid).then(store.findEach),
      store.allOpen(),
      store.allClosed(),
    ]);
    const own = cases
      .map(({ found }) => found)
      .filter((found) => found.flow.id === flow && found.start.by === userid && !wasTakenBack(found));
    const isCounted = (row: OpenCase | ClosedCase): boolean =>
      row.flow === flow &&
      yearOf(row.begunOn) === yearOf(today) &&
      (member.role === 'committee' || row.from === speaksFor(member, roster));
    return {
      own: own.toReversed(),
      all: {
        open: [...open.values()].filter(isCounted).length,
        closed: [...closed.values()].filter((row) => isCounted(row) && row.how !== takenBack).length,
      },
    };
  };
}

function wasTakenBack({ entries }: Case): boolean {
  return entries.at(-1)?.action === takenBack;
}
