import type { Standing } from '../meetings/invitation.ts';
import { expectedAt, type Meeting } from '../meetings/meeting.ts';
import type { Presence } from './roll-entry.ts';
import { isThere, type RollLine } from './roll.ts';

/** A roll in figures. `there`, `leave` and `missing` add up to `expected`; guests are counted apart. */
export interface RollFigures {
  /** 应到 */
  readonly expected: number;
  /** 实到; `late` and `online` are among them. */
  readonly there: number;
  readonly late: number;
  readonly online: number;
  readonly leave: number;
  readonly missing: number;
  /** 列席 who came. */
  readonly guests: number;
  /** Those with a vote who came into the room, and who took part online. */
  readonly voters: number;
  readonly votersOnline: number;
  /** How they are known to have been there: 代签, 补签. */
  readonly recorded: number;
  readonly madeUp: number;
}

/** People of whom only this is kept, because they left the roster. */
export interface Forgotten {
  readonly presence: Presence;
  readonly standing: Standing;
  readonly count: number;
}

export function rollFigures(
  { invited, replied }: Pick<Meeting, 'invited' | 'replied'>,
  lines: readonly RollLine[],
  forgotten: readonly Forgotten[],
): RollFigures {
  const known = lines.filter(isThere);
  const came = [
    ...known.map(({ state, standing }) => ({ presence: state, standing, count: 1 })),
    ...forgotten,
  ];
  const members = came.filter(({ standing }) => standing !== 'guest');
  const voters = came.filter(({ standing }) => standing === 'voting');

  const expected = expectedAt(invited);
  const there = sum(members);
  // Of old meetings only the number of replies is kept.
  const leave =
    replied?.leave ?? lines.filter(({ state, standing }) => state === 'leave' && standing !== 'guest').length;
  return {
    expected,
    there,
    late: sum(members.filter(({ presence }) => presence === 'late')),
    online: sum(members.filter(({ presence }) => presence === 'online')),
    leave,
    missing: Math.max(0, expected - there - leave),
    guests: sum(came) - there,
    voters: sum(voters.filter(({ presence }) => presence !== 'online')),
    votersOnline: sum(voters.filter(({ presence }) => presence === 'online')),
    recorded: known.filter(({ entry }) => entry.source.kind === 'recorded').length,
    madeUp: known.filter(({ entry }) => entry.source.kind === 'madeUp').length,
  };
}

function sum(people: readonly Pick<Forgotten, 'count'>[]): number {
  return people.reduce((total, { count }) => total + count, 0);
}
