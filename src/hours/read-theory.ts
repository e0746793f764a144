import type { HoursCategory } from '../library/hours-rules.ts';

/**
 * Whether hours are 政治理论: as the category has it, unless the officer put 理论 or 非理论 among the people.
 * Returns it with what is left of the words.
 */
export function readTheory(
  people: string,
  category: HoursCategory,
): { readonly theory: boolean; readonly people: string } {
  const [, word] = marks.exec(people) ?? [];
  if (word === undefined) return { theory: category.theory, people };
  return { theory: !word.startsWith('非'), people: people.replace(marks, ' ') };
}

const marks = /(?<=^|[\s、，,])(非?(?:政治)?理论)(?=$|[\s、，,])/u;
