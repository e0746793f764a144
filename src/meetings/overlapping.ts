import type { Roster } from '../roster/roster-view.ts';
import { addDays } from '../time/local-date.ts';
import type { SpokenMoment } from '../time/spoken/doubt.ts';
import type { Invited } from './invitation.ts';
import type { MeetingStore } from './meeting-store.ts';
import type { Meeting } from './meeting.ts';
import type { ParticipantStore } from './participant-store.ts';

/** Another meeting at the same time, and how many people are invited to both. */
export interface Overlap {
  readonly meeting: Meeting;
  readonly people: number;
}

/** Of a meeting whose end was not said, for telling whether two are at the same time. In minutes. */
const usualLength = 90;

/** The meetings that some of these people are invited to at the same time, those with the most people first. */
export async function overlapsOf(
  when: SpokenMoment,
  invited: readonly Invited[],
  roster: Roster,
  {
    store,
    participants,
    except,
  }: {
    readonly store: Pick<MeetingStore, 'starting'>;
    readonly participants: Pick<ParticipantStore, 'all'>;
    readonly except?: number;
  },
): Promise<readonly Overlap[]> {
  const { date } = when;
  const sameDay = await store.starting({ date, minute: 0 }, { date: addDays(date, 1), minute: 0 });
  const others = sameDay.filter(
    (other) => other.state === 'called' && other.number !== except && isSameTime(when, other),
  );
  const wanted = new Set(
    invited.map(({ userid }) => userid).filter((userid) => roster.find(userid) !== undefined),
  );
  const overlaps = await Promise.all(
    others.map(async (meeting): Promise<Overlap> => {
      const people = await participants.all(meeting.number);
      return { meeting, people: people.filter(({ userid }) => wanted.has(userid)).length };
    }),
  );
  return overlaps.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people);
}

function isSameTime(one: SpokenMoment, other: SpokenMoment): boolean {
  return one.minute < endOf(other) && other.minute < endOf(one);
}

function endOf({ minute, until = minute + usualLength }: SpokenMoment): number {
  return until;
}
