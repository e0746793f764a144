import type { Meeting } from '../meetings/meeting.ts';
import type { ParticipantStore } from '../meetings/participant-store.ts';
import type { AttendanceStore, RollFacts } from './attendance-store.ts';
import { rollFigures, type RollFigures } from './roll-figures.ts';
import { rollOf, type RollLine } from './roll.ts';

/** The roll of a meeting as it is now. */
export type ReadRoll = (meeting: Meeting) => Promise<CurrentRoll>;

export interface CurrentRoll {
  /** Empty a year later, when only the figures are left. */
  readonly lines: readonly RollLine[];
  readonly figures: RollFigures;
  readonly facts: RollFacts;
}

export interface ReadRollParts {
  readonly store: Pick<AttendanceStore, 'facts'>;
  readonly participants: Pick<ParticipantStore, 'all'>;
}

export function createReadRoll({ store, participants }: ReadRollParts): ReadRoll {
  return async (meeting) => {
    const { number } = meeting;
    const facts = await store.facts(number);
    if (facts.figures !== undefined) return { lines: [], figures: facts.figures, facts };

    const lines = rollOf(meeting, await participants.all(number));
    return { lines, figures: rollFigures(meeting, lines, facts.forgotten), facts };
  };
}
