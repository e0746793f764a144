import type { Turn } from '../chat/turn.ts';
import type { ChosenPeople } from './chosen-people.ts';
import type { CreditEntry, Occasion } from './credit-entry.ts';
import { eventWords } from './event-words.ts';
import { occasionWords } from './occasion-words.ts';

/** Why 撤学时 found nothing that it may take away. `entries` are what these people have for the occasion. */
export function nothingToWithdraw(
  turn: Turn,
  occasion: Occasion,
  { words }: ChosenPeople,
  entries: readonly CreditEntry[],
): string {
  const what = occasionWords(occasion, turn.today);
  const [entry] = entries;
  if (entry === undefined) return `${words}没有${what}的学时，不用撤。`;
  return `${words}的${what}是${eventWords(entry, turn.roster)}的，这里不能撤。`;
}
