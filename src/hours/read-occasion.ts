import { Refusal } from '../errors.ts';
import type { HoursCategory, HoursRules } from '../library/hours-rules.ts';
import { quoted } from '../wording/quoted.ts';
import type { LocalDate } from '../time/local-date.ts';
import { countingOn } from './counting.ts';
import type { Occasion } from './credit-entry.ts';
import { readDays } from './typed-days.ts';
import type { Example, TypedWithdrawal } from './typed-registration.ts';

/** An occasion as typed, and how it was counted on its last day. Throws a Refusal that says what can be written. */
export function readOccasion(
  typed: TypedWithdrawal,
  rules: HoursRules,
  today: LocalDate,
  example: Example,
): { readonly occasion: Occasion; readonly category: HoursCategory } {
  const days = readDays(typed.day, today, example({ day: today.slice(5) }));
  const counting = countingOn(rules, days.until);
  if (counting === undefined) {
    throw new Refusal('还没有设好一场活动记几学时，请告诉运维人员看 content/hours/counting.yaml。');
  }
  const category = counting.categories.find(({ name }) => name === typed.category);
  if (category !== undefined) return { occasion: { category: category.name, ...days }, category };

  const names = counting.categories.map(({ name }) => name);
  throw new Refusal(
    `没有${quoted(typed.category)}这一类，可以写：${names.join('、')}。${example({ category: names[0] ?? '' })}`,
  );
}
