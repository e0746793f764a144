import type { Meeting } from '../meetings/meeting.ts';
import type { Participant } from '../meetings/participant.ts';
import { readRollEntry } from './roll-entry-text.ts';
import type { RollEntry } from './roll-entry.ts';

/** How somebody stands in the roll of a meeting, unless its time was changed since. */
export function entryNow(
  { rollEntry }: Pick<Participant, 'rollEntry'>,
  { round }: Pick<Meeting, 'round'>,
): RollEntry | undefined {
  const entry = readRollEntry(rollEntry);
  return entry?.round === round ? entry : undefined;
}
