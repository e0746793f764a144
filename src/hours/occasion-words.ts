import type { LocalDate } from '../time/local-date.ts';
import type { Occasion } from './credit-entry.ts';
import { daysWords } from './typed-days.ts';

/** `11月18日（周三）集中培训` */
export function occasionWords(occasion: Occasion, today: LocalDate): string {
  return `${daysWords(occasion, today)}${occasion.category}`;
}
