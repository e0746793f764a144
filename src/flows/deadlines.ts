import type { Duration, FlowStep, TimeRule } from '../library/flow.ts';
import { addDays, addMonths, parseLocalDate, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { CaseValues } from './case.ts';
import type { CaseState } from './case-state.ts';

/** The day a stretch of time after another; a month is the same day of the month, or its last one. */
export function dayAfter(
  date: LocalDate,
  { count, unit }: Duration,
  calendar: Pick<WorkCalendar, 'nextWorkday'>,
): LocalDate {
  if (unit === 'day') return addDays(date, count);
  if (unit === 'month') return addMonths(date, count);
  let day = date;
  for (let passed = 0; passed < count; passed += 1) day = calendar.nextWorkday(day);
  return day;
}

/** The last day of the step a case is in; `undefined` when it has none, or its day was not recorded. */
export function deadlineOf(
  { step, ...state }: CaseState,
  calendar: Pick<WorkCalendar, 'nextWorkday'>,
): LocalDate | undefined {
  return step?.due && dayOfRule(step.due, state.values, state.since.date, calendar);
}

/** The first day on which a step may be left, or something in it be done; `undefined` when it is any. */
export function earliestOf(
  { notBefore }: Pick<FlowStep, 'notBefore'>,
  state: Omit<CaseState, 'step'>,
  calendar: Pick<WorkCalendar, 'nextWorkday'>,
): LocalDate | undefined {
  return notBefore && dayOfRule(notBefore, state.values, state.since.date, calendar);
}

/** The day a rule says; `undefined` when the day it counts from was not recorded. */
export function dayOfRule(
  rule: TimeRule,
  values: CaseValues,
  since: LocalDate,
  calendar: Pick<WorkCalendar, 'nextWorkday'>,
): LocalDate | undefined {
  const field = fieldOfRule(rule, values);
  const from = field === undefined ? since : parseLocalDate(values[field] ?? '');
  return from && dayAfter(from, rule.plus, calendar);
}

/** The field a rule counts from, by what has been recorded; `undefined` for the beginning of the step. */
export function fieldOfRule(
  { field, otherwise }: Pick<TimeRule, 'field' | 'otherwise'>,
  values: CaseValues,
): string | undefined {
  return field !== undefined && values[field] === undefined ? (otherwise ?? field) : field;
}
