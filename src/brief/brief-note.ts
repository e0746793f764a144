import type { Briefed, BriefedAround } from './to-do.ts';

/** One more line of the brief, below the things to do: how much of something is open. */
export interface BriefNote {
  /** Figures with their denominators, in a few words: `没办完的事项 5 件：本周到期 2`. */
  readonly text: string;
  /** The whole line that shows it, or does something about it; and its button. */
  readonly line: string;
  readonly label: string;
}

/** One domain's line for each of these officers, in their order; `undefined` where nothing is open. */
export type BriefNoteSource = (
  briefed: readonly Briefed[],
  around: BriefedAround,
) => Promise<readonly (BriefNote | undefined)[]>;
