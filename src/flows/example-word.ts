import type { FlowField } from '../library/flow.ts';
import { addDays, yearOf, type LocalDate } from '../time/local-date.ts';

/** A word that fits a field on this day, for examples that work when they are copied. */
export function exampleWord(field: FlowField, today: LocalDate): string {
  switch (field.kind) {
    case 'text':
      return field.label;
    case 'date':
      return field.when === 'past' ? '今天' : addDays(today, daysAhead).slice('2026-'.length);
    case 'choice':
      return field.choices[0] ?? '';
    case 'year':
      return String(yearOf(today));
    case 'number':
    case 'count':
      return String(Math.round((field.least + field.most) / 2));
  }
}

/** Time enough for most things, and a day that needs no year. */
const daysAhead = 11;
