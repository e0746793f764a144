import type { Actor } from '../library/flow.ts';
import { addDays, addMonths, parseLocalDate, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case } from './case.ts';
import type { CaseState } from './case-state.ts';
import { dayAfter, deadlineOf } from './deadlines.ts';

/** Somebody to be written to on a day, as long as the case stays as it is. */
export interface Timer {
  readonly on: LocalDate;
  readonly what: TimerSubject;
  /** Absent for whoever acts in the step. */
  readonly to?: Actor;
}

export type TimerSubject =
  | { readonly kind: 'before'; readonly deadline: LocalDate }
  | { readonly kind: 'overdue'; readonly deadline: LocalDate }
  /** An action is asked for again. */
  | { readonly kind: 'again'; readonly action: string; readonly dueOn: LocalDate };

/** Everything that is to be written about a case while it stays as it is, earliest first. */
export function timersOf(found: Case, state: CaseState, calendar: WorkCalendar): readonly Timer[] {
  const { step } = state;
  if (step === undefined) return [];
  const deadline = deadlineOf(state, calendar);
  const ofDeadline: readonly Timer[] =
    deadline === undefined
      ? []
      : [
          ...step.remind.map((days) => ({
            on: workdayUntil(addDays(deadline, -days), calendar),
            what: { kind: 'before' as const, deadline },
          })),
          ...step.overdue.map(({ after, to }) => ({
            on: dayAfter(deadline, after, calendar),
            what: { kind: 'overdue' as const, deadline },
            to,
          })),
        ];
  return [...ofDeadline, ...recurring(found, state, calendar)].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The first day after another on which something is to be written. */
export function nextTimerOn(
  found: Case,
  state: CaseState,
  calendar: WorkCalendar,
  after: LocalDate,
): LocalDate | undefined {
  return timersOf(found, state, calendar).find(({ on }) => on > after)?.on;
}

/** Actions that come again count from when they were done last, at first from the day the flow names. */
function recurring({ flow }: Case, state: CaseState, calendar: WorkCalendar): readonly Timer[] {
  const { step, values, lastDone, since } = state;
  return flow.anytime.flatMap(({ label, by, in: steps, every, from }): readonly Timer[] => {
    const isHere = steps.length === 0 || (step !== undefined && steps.includes(step.name));
    if (every === undefined || !isHere) return [];
    const first = from === undefined ? since.date : parseLocalDate(values[from] ?? '');
    const last = lastDone.get(label)?.date ?? first;
    if (last === undefined) return [];
    const dueOn = dayAfter(last, every, calendar);
    return Array.from({ length: timesAsked }, (_, month) => ({
      on: workdayUntil(addMonths(dueOn, month), calendar),
      what: { kind: 'again' as const, action: label, dueOn },
      to: by,
    }));
  });
}

/** What comes again is asked for on its day, then once a month, for a year. */
const timesAsked = 12;

/** Reminders go out on working days only: the one of a day off comes before it, not when it is too late. */
function workdayUntil(day: LocalDate, calendar: WorkCalendar): LocalDate {
  return calendar.isWorkday(day) ? day : calendar.previousWorkday(day);
}
