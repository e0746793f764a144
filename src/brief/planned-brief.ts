import type { BriefNote } from './brief-note.ts';
import type { Briefed, ToDo } from './to-do.ts';

/** What an officer gets on a Monday. */
export interface PlannedBrief extends Briefed {
  /** The most urgent first. */
  readonly toDos: readonly ToDo[];
  /** There is at least one of these or of the others. */
  readonly notes: readonly BriefNote[];
}
