import { addDays, type LocalDate } from '../time/local-date.ts';
import type { Zone } from '../time/zone.ts';

/** A contest as it was opened. It never changes; how far it has come is its phase. */
export type Contest = Room | Challenge;

/** Everybody answers the same question at the same time. */
export interface Room extends ContestBase {
  readonly form: 'room';
  /** When people could begin to join, in milliseconds since the epoch. */
  readonly openedAt: number;
  /** How long each question can be answered. */
  readonly seconds: number;
}

/** Everybody answers in the own time, in a window of whole days. */
export interface Challenge extends ContestBase {
  readonly form: 'challenge';
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export type ContestForm = Contest['form'];

/** A contest before it is opened: everything but its number. */
export type ContestPlan = Omit<Room, 'number'> | Omit<Challenge, 'number'>;

interface ContestBase {
  /** Short number, unique for ever, over both forms. */
  readonly number: number;
  readonly name: string;
  /** Code of the organisation whose party members, with its subtree, can take part. */
  readonly scope: string;
  /** As people call it: `全体`, `机关一支部`. */
  readonly scopeName: string;
  /** Userid of whoever opened it, and hosts it. */
  readonly author: string;
  /** Ids of the bank's questions, the same for everybody. */
  readonly questions: readonly string[];
  /** What each person's order of the questions is computed from, see own-order.ts. */
  readonly seed: string;
}

/** How people call it: `竞赛 3`, `挑战 4`. It is also the command that shows it. */
export function nameOf({ form, number }: Pick<Contest, 'form' | 'number'>): string {
  return `${formNames[form]} ${number}`;
}

export const formNames: Readonly<Record<ContestForm, string>> = { room: '竞赛', challenge: '挑战' };

/** First and one past the last instant of a challenge, in milliseconds since the epoch. */
export function windowOf(
  { from, until }: Pick<Challenge, 'from' | 'until'>,
  zone: Zone,
): { readonly from: number; readonly until: number } {
  return { from: zone.instantOf(from, 0), until: zone.instantOf(addDays(until, 1), 0) };
}
