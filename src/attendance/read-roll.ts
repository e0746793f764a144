import type { MeetingStore } from '../meetings/meeting-store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ReplyStore } from '../meetings/reply-store.ts';
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
  readonly store: Pick<AttendanceStore, 'entries' | 'facts'>;
  readonly meetings: Pick<MeetingStore, 'invited'>;
  readonly replies: Pick<ReplyStore, 'all'>;
}

export function createReadRoll({ store, meetings, replies }: ReadRollParts): ReadRoll {
  return async (meeting) => {
    const { number } = meeting;
    const facts = await store.facts(number);
    if (facts.figures !== undefined) return { lines: [], figures: facts.figures, facts };

    const [invited, entries, said] = await Promise.all([
      meetings.invited(number),
      store.entries(number),
      replies.all(number),
    ]);
    const lines = rollOf(meeting, invited, entries, said);
    return { lines, figures: rollFigures(meeting, lines, facts.forgotten), facts };
  };
}
