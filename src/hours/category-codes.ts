import type { HoursRules } from '../library/hours-rules.ts';
import type { CreditEntry } from './credit-entry.ts';

/** How the ledger names the categories of `content/hours/`: by letters that stay when a name is changed. */
export interface CategoryCodes {
  /** An entry with the code of its category, as it is stored. */
  coded(entry: CreditEntry): CreditEntry;
  /** The entry with the name its category has today. */
  named(entry: CreditEntry): CreditEntry;
}

/** What content does not have any more is called by its code, and keeps it. */
export function createCategoryCodes({ counting }: HoursRules): CategoryCodes {
  const all = counting.flatMap(({ categories }) => categories);
  const codes = new Map(all.map(({ name, code }) => [name, code]));
  const names = new Map(all.map(({ name, code }) => [code, name]));
  return {
    coded: (entry) => ({ ...entry, category: codes.get(entry.category) ?? entry.category }),
    named: (entry) => ({ ...entry, category: names.get(entry.category) ?? entry.category }),
  };
}
