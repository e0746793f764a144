import type { Flow } from '../library/flow.ts';
import type { LocalMoment } from '../time/local-moment.ts';

/**
 * One case, as it was begun and what has been done with it since. Nothing of it ever changes; what state
 * it is in follows from it (case-state.ts).
 */
export interface Case {
  /** Short, for ever, one row of numbers for all flows. */
  readonly number: number;
  /** The version it began with: later changes of the file do not touch it. */
  readonly flow: Flow;
  readonly start: CaseStart;
  /** In the order in which they were done. */
  readonly entries: readonly CaseEntry[];
}

export interface CaseStart {
  readonly at: LocalMoment;
  /** Account of who began it. */
  readonly by: string;
  /** Code of the organisation for which it was begun. */
  readonly from: string;
  /** Code of the organisation the case is about. */
  readonly organisation: string;
  /** Account of the person it is about. */
  readonly subject?: string;
  /** Codes of several organisations it is about at once. */
  readonly addressees?: readonly string[];
  readonly values: CaseValues;
  /** Where it comes from, for people: 会议 7 的纪要. */
  readonly origin?: string;
}

export interface CaseEntry {
  readonly at: LocalMoment;
  /** Account of who did it. */
  readonly by: string;
  /** The label of the action, or `takenBack`. */
  readonly action: string;
  /** Of several organisations, the one it was done for. */
  readonly organisation?: string;
  readonly values: CaseValues;
}

/** Label of a field → what was recorded: a day as `2026-12-01`, a number in digits, words as typed. */
export type CaseValues = Readonly<Record<string, string>>;

/** 撤销 within ten minutes ends a case in any flow. */
export const takenBack = '撤销';
