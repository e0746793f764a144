import type { PlannedFault } from '../state/planned-faults.ts';
import type { Reach, SimulatedPerson } from '../state/people.ts';
import type { TranscriptEntry, ViolationEntry } from '../state/transcript-entry.ts';
import type { Menu } from '../wire/menu.ts';

/** A person in the page's list. */
export interface ListedPerson extends SimulatedPerson {
  readonly reach: Reach;
  /** The newest message on the phone: its first line. */
  readonly last: { readonly at: number; readonly text: string } | null;
}

/** What `GET chat/state` answers. */
export interface ChatState {
  readonly appName: string;
  readonly menu: Menu | null;
  readonly people: readonly ListedPerson[];
}

/** What became of something a person did: whether the bot took it. */
export interface DeliveryNote {
  /** 0 when there was nothing to report. */
  readonly attempts: number;
  readonly status: number | null;
  readonly failure: string | null;
}

/** What `GET control/state` answers. */
export interface ControlState {
  /** The simulator's clock and the instant behind the morning button, in epoch milliseconds. */
  readonly now: number;
  readonly nextWorkingMorning: number;
  readonly planned: readonly PlannedFault[];
  /** How many there are, and the newest of them. */
  readonly violationCount: number;
  readonly newestViolations: readonly ViolationEntry[];
}

/** What `GET control/transcript` answers. */
export type TranscriptPage = readonly TranscriptEntry[];
