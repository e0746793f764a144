import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { clearDeed, latestDeed, type DeedKind } from './latest-deed.ts';

/** 撤销: takes back the latest deed. `undefined` when there is none, or it is too old. */
export type Undo = (turn: Turn) => Promise<string | undefined>;

/**
 * How one domain takes a deed back: states it on `turn.work`, as far as nobody changed it since, and says
 * what became of it.
 */
export type TakeBack = (turn: Turn, detail: string) => Promise<string>;

export function createUndo(desks: Desks, takeBack: Readonly<Record<DeedKind, TakeBack>>): Undo {
  return async (turn) => {
    const deed = latestDeed(turn);
    if (deed === undefined) return undefined;
    clearDeed(turn, desks.key(turn.member.person.userid));
    return takeBack[deed.kind](turn, deed.detail);
  };
}
