import { Refusal } from '../errors.ts';
import type { HoursCategory } from '../library/hours-rules.ts';
import { quoted } from '../wording/quoted.ts';
import { daysBetween } from '../time/local-date.ts';
import { hoursOf, readAmount } from './amount.ts';
import type { Occasion } from './credit-entry.ts';
import type { Example } from './typed-registration.ts';

/**
 * Credit hours as typed, within what the category allows for the days of the event. Throws a Refusal that
 * says what can be written.
 */
export function readCredit(
  typed: string,
  category: HoursCategory,
  { from, until }: Occasion,
  example: Example,
): number {
  const days = daysBetween(from, until) + 1;
  const most = category.most * days;
  const advice = example({ amount: String(most) });
  const amount = readAmount(typed);
  if (amount === undefined) {
    throw new Refusal(`没有看懂几学时：${quoted(typed)}。可以写 4、1.5、半天、1天、2小时。${advice}`);
  }
  const hours = hoursOf(amount, category);
  if (hours === undefined) {
    throw new Refusal(`${category.name}没有定${typed}算几学时，请直接写数字。${advice}`);
  }
  if (hours <= 0 || !Number.isInteger(hours * 2)) {
    throw new Refusal(`学时从 0.5 起，以 0.5 为一档，记不了${quoted(typed)}。${advice}`);
  }
  if (hours > most) {
    const span = days === 1 ? '一天' : ` ${days} 天`;
    const longer = days === 1 ? '活动有几天的，日期写成 11-16至11-18 这样。' : '';
    throw new Refusal(
      `${category.name}${span}最多记 ${most} 学时，${quoted(typed)}太多了。${longer}${advice}`,
    );
  }
  return hours;
}
