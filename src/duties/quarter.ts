import { periodOf, type Period } from '../library/duty-pace.ts';
import type { LocalDate } from '../time/local-date.ts';

export function quarterOf(day: LocalDate): Period {
  return periodOf(day, { unit: '季度', units: 1, times: 1 }, day);
}
