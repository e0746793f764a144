import type { Period } from '../library/duty-pace.ts';
import type { DutyInForce } from '../library/duty-standard.ts';
import type { LocalDate } from '../time/local-date.ts';

/** One duty in one period, of whichever organisation: what the rule asks for, and by when. */
export interface DutyTerm {
  readonly duty: DutyInForce;
  /** Names the term among those of its duty, for ever: the first day of the period, or the day a clock runs from. */
  readonly anchor: LocalDate;
  /** From then on it is spoken of. */
  readonly opens: LocalDate;
  /** The last day for it, a working day; absent where the rule gives none. Never before `opens`. */
  readonly due?: LocalDate;
  /** Where the yearly notice decides: the end of the usual days, before `due`. */
  readonly usual?: LocalDate;
  /** Meeting the duty on one of these days counts for this term. */
  readonly accepts: Period;
  readonly times: number;
}

/** A term of one organisation, and how far it was met. */
export interface Obligation extends DutyTerm {
  /** The organisation's code. */
  readonly organisation: string;
  /** The days on which it was met, at most `times`. */
  readonly met: readonly LocalDate[];
  /** For what is counted by people or groups: how many of how many are there yet. */
  readonly share?: Share;
  /** A meeting that is called and will meet it. */
  readonly arranged?: LocalDate;
}

export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly of: '人' | '个小组';
}

export function isMet({ met, times, share }: Obligation): boolean {
  return share === undefined ? met.length >= times : share.part >= share.whole;
}

/** Names one term of one duty of one organisation. */
export function termName({ duty, anchor, organisation }: Obligation): string {
  return `${duty.rule.code} ${anchor} ${organisation}`;
}

/** What is usually over first comes first; undated ones come last. */
export function byDue(one: DutyTerm, other: DutyTerm): number {
  const [first, second] = [one, other].map(({ usual, due }) => usual ?? due ?? never);
  if (first === undefined || second === undefined || first === second) return 0;
  return first < second ? -1 : 1;
}

const never = '9999-12-31' as LocalDate;
