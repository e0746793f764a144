import { findOrganisation } from './find-organisation.ts';
import { findTag } from './find-tag.ts';
import type { Roster } from './roster-view.ts';

/** An audience in words that mean the same later, when a second organisation of that name may have come. */
export function lastingWords(words: string, roster: Roster): string {
  const text = words.normalize('NFKC').trim();
  if (text.startsWith('@')) return `@${findOrganisation(text.slice(1), roster).code}`;
  return text.startsWith('#') ? `#${findTag(text.slice(1), roster)}` : text;
}
