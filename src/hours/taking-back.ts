import type { Turn } from '../chat/turn.ts';
import { yearOf } from '../time/local-date.ts';
import type { CreditEntry } from './credit-entry.ts';
import { fieldOf, textOf } from './entry-text.ts';
import type { HoursChange, HoursStore } from './hours-store.ts';

/** 撤销 of what an officer just registered or withdrew: puts it back, as far as nobody changed it since. */
export type TakeBackHours = (turn: Turn) => Promise<TakenBack | undefined>;

export interface TakenBack {
  /** What the officer had done. */
  readonly deed: 'registered' | 'withdrawn';
  /** One of the entries. */
  readonly entry: CreditEntry;
  /** How many people's were put back; 0 when everything was changed again meanwhile. */
  readonly people: number;
}

export function createTakeBackHours({
  store,
}: {
  readonly store: Pick<HoursStore, 'latest' | 'forgetLatest' | 'ofEach' | 'change'>;
}): TakeBackHours {
  return async (turn) => {
    const { userid } = turn.member.person;
    const changes = await store.latest(userid);
    const [first] = changes;
    const entry = first?.after ?? first?.before;
    if (first === undefined || entry === undefined) return undefined;

    const userids = changes.map((change) => change.userid);
    const years = await store.ofEach(userids, yearOf(entry.from), (entries) => entries);
    const back = changes.filter((change, index) => isStillSo(change, years[index] ?? []));
    store.change(
      turn.work,
      back.map(({ userid: person, before, after }) => ({ userid: person, before: after, after: before })),
    );
    store.forgetLatest(turn.work, userid);
    const deed = first.after === undefined ? 'withdrawn' : 'registered';
    return { deed, entry, people: new Set(back.map((change) => change.userid)).size };
  };
}

/** Whether an entry is as the change left it. */
function isStillSo({ before, after }: HoursChange, entries: readonly CreditEntry[]): boolean {
  const entry = after ?? before;
  const now = entry && entries.find((one) => fieldOf(one) === fieldOf(entry));
  return (now && textOf(now)) === (after && textOf(after));
}
