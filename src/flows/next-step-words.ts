import type { Turn } from '../chat/turn.ts';
import type { CaseState } from './case-state.ts';
import type { CaseSurroundings } from './case-surroundings.ts';
import { stepWords } from './case-words.ts';
import { placesWords } from './who-words.ts';
import type { Case } from './case.ts';
import { deadlineWords } from './deadline-words.ts';
import { deadlineOf } from './deadlines.ts';
import { placesOf } from './who-acts.ts';

type Around = CaseSurroundings & Partial<Pick<Turn, 'member'>>;

/** `核验（机关一支部），11月27日（周五）前`: what is next, who does it, until when; empty for a closed case. */
export function nextStepWords(found: Case, state: CaseState, around: Around): string {
  const until = deadlineWords(deadlineOf(state, around.calendar), around.today);
  return [stepAndWho(found, state, around), until].filter((part) => part !== '').join('，');
}

/** `核验（机关一支部）`; empty for a closed case. */
export function stepAndWho(found: Case, { step, done }: CaseState, around: Around): string {
  if (step === undefined) return '';
  const who = placesWords(placesOf(step.by, found.start, around.roster, done), found, around);
  return `${stepWords(found.flow, step)}（${who}）`;
}
