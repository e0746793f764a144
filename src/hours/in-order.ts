import type { HoursRules } from '../library/hours-rules.ts';
import type { TypedWithdrawal } from './typed-registration.ts';

/** Some name the people first: `记学时 张三 党课 2学时 11-18`. The category is known by its name, wherever it stands. */
export function inOrder<Typed extends TypedWithdrawal>(typed: Typed, { counting }: HoursRules): Typed {
  const names = new Set(counting.flatMap(({ categories }) => categories.map(({ name }) => name)));
  if (names.has(typed.category)) return typed;
  const words = typed.people.split(/\s+/u);
  const category = words.find((word) => names.has(word));
  if (category === undefined) return typed;
  const people = [typed.category, ...words.filter((word) => word !== category)].join(' ');
  return { ...typed, category, people };
}
