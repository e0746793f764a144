import type { PaceUnit } from '../library/duty-pace.ts';
import type { DutyClock } from '../library/duty-rules.ts';
import { addDays, addMonths, localDate, monthOf, yearOf, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { DutyTerm } from './obligation.ts';

/**
 * The working days on which the responsible officer is reminded of something open, in order (domain §1.5
 * and §3.4, ours: the rules give none). None after the last day: reminding is for before, not for blame.
 */
export function remindersFor(term: DutyTerm, calendar: WorkCalendar): readonly LocalDate[] {
  const { opens, due } = term;
  const days = rungsOf(term)
    .map((day) => workdayFor(day, opens, calendar))
    .filter((day) => due === undefined || day <= due);
  return [...new Set(days)].toSorted();
}

/** A day off is moved to the working day before; where that is before it opened, to the next one. */
function workdayFor(day: LocalDate, opens: LocalDate, calendar: WorkCalendar): LocalDate {
  if (calendar.isWorkday(day)) return day;
  const before = calendar.previousWorkday(day);
  return before < opens ? calendar.nextWorkday(day) : before;
}

function rungsOf({ duty, anchor, opens, due }: DutyTerm): readonly LocalDate[] {
  const { pace, clock } = duty.rule;
  if (clock !== undefined) return clockRungs[clock](anchor, due);
  if (pace === undefined || due === undefined) return [];
  return paceRungs[pace.unit](opens, due);
}

type Rungs = (opens: LocalDate, due: LocalDate) => readonly LocalDate[];

const lastMonth: Rungs = (_opens, due) => [localDate(yearOf(due), monthOf(due), 1)];

const paceRungs: Readonly<Record<PaceUnit, Rungs>> = {
  // The Monday brief is reminder enough.
  周: () => [],
  月: (opens) => [opens, addDays(opens, 19), addDays(opens, 26)],
  季度: lastMonth,
  半年: lastMonth,
  年: (_opens, due) => [45, 30, 7].map((days) => addDays(due, -days)),
};

const clockRungs: Readonly<
  Record<DutyClock, (anchor: LocalDate, due: LocalDate | undefined) => readonly LocalDate[]>
> = {
  届期: (end) => [...[6, 3, 1].map((months) => addMonths(end, -months)), addDays(end, -7), end],
  书记空缺: (since, due) => [since, ...(due === undefined ? [] : [addDays(due, -30), addDays(due, -7)])],
  新任书记: (_since, due) =>
    due === undefined ? [] : [addMonths(due, -3), addMonths(due, -1), addDays(due, -7)],
  预备期: (end) => [addDays(end, -30), addDays(end, -7)],
  // It stands in the list for as long as it is so; nobody is reminded of it day by day.
  现状: () => [],
};
