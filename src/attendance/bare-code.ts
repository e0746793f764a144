import type { Turn } from '../chat/turn.ts';
import type { Attend, Attended, TypedCode } from './attend.ts';
import type { AttendanceStore } from './attendance-store.ts';
import type { OpenRolls } from './open-rolls.ts';
import { readFullCode } from './typed-code.ts';

/**
 * The four digits that somebody heard, typed without 签到: it is as if they had written that in front, so
 * guessing leads no further this way, and whoever has signed in is told so whatever the number is.
 * `undefined` when no code is read out for this person.
 */
export type BareCode = (turn: Turn, words: string) => Promise<TypedAttended | undefined>;

export interface TypedAttended {
  readonly typed: TypedCode;
  readonly attended: Attended;
}

export interface BareCodeParts {
  readonly attend: Attend;
  readonly openRolls: OpenRolls;
  readonly store: Pick<AttendanceStore, 'secrets'>;
}

export function createBareCode({ attend, openRolls, store }: BareCodeParts): BareCode {
  return async (turn, words) => {
    const typed = readFullCode(words);
    if (typed === undefined) return undefined;
    const secrets = await store.secrets();
    if (secrets.size === 0) return undefined;
    const open = await openRolls.all(turn);
    return open.some(({ meeting }) => secrets.has(meeting.number))
      ? { typed, attended: await attend(turn, typed) }
      : undefined;
  };
}
