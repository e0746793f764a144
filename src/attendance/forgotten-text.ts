import { standings } from '../meetings/invitation.ts';
import { presences } from './roll-entry.ts';
import type { Forgotten } from './roll-figures.ts';

/** Names a count of forgotten people among the facts of a roll: `gone late voting`. */
export function forgottenField({ presence, standing }: Omit<Forgotten, 'count'>): string {
  return `gone ${presence} ${standing}`;
}

/** The counts of forgotten people among all facts of a roll. */
export function readForgotten(facts: Readonly<Record<string, string>>): readonly Forgotten[] {
  const places = presences.flatMap((presence) => standings.map((standing) => ({ presence, standing })));
  return places.flatMap((place) => {
    const count = Number(facts[forgottenField(place)] ?? 0);
    return count === 0 ? [] : [{ ...place, count }];
  });
}
