import type { Desks } from '../chat/desk-store.ts';
import type { Turn } from '../chat/turn.ts';
import { bringForward, clearDeed, latestDeed, type DeedKind } from './latest-deed.ts';

/**
 * 撤销: takes back the latest deed. `undefined` when there is none, or it is too old. When something was said
 * since that changed nothing, it asks once more, and takes nothing back that was not just done.
 */
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
    const deskKey = desks.key(turn.member.person.userid);
    if (deed.isBehind) {
      bringForward(turn, deskKey);
      return '刚才那一次没有改动什么，不用撤销。\n要撤销再前面的那一次，请再发一次“撤销”。';
    }
    clearDeed(turn, deskKey);
    return takeBack[deed.kind](turn, deed.detail);
  };
}
