import { dayIn } from '../library/day-range.ts';
import { periodOf, type DutyPace, type Period } from '../library/duty-pace.ts';
import type { DutyRule, DutyRules } from '../library/duty-rules.ts';
import { dutiesInForce, type DutyInForce } from '../library/duty-standard.ts';
import { addDays, addMonths, yearOf, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { dueDay } from './due-day.ts';
import type { DutyTerm } from './obligation.ts';

/**
 * The terms of all duties with a pace that touch a stretch of days: opened by its end and not over before
 * its beginning. A period counts for the rule, and with the number, that holds on its last day. Where the
 * days of a term reach into the next one's, the term before comes along, so that what was met in January is
 * not taken for the new year's.
 */
export function pacedTerms(rules: DutyRules, stretch: Period, calendar: WorkCalendar): readonly DutyTerm[] {
  return segmentsOf(rules).flatMap(({ from, until }) =>
    dutiesInForce(rules, from).flatMap((duty) => termsOf(duty, { from, until }, stretch, calendar)),
  );
}

/** The days between which no rule and no preset begins or ends. */
function segmentsOf({ rules, presets }: DutyRules): readonly Period[] {
  const changes = [...rules, ...presets].flatMap(({ from, until }) =>
    until === undefined ? [from] : [from, addDays(until, 1)],
  );
  const starts = [...new Set(changes)].toSorted();
  return starts.map((from, index) => {
    const next = starts[index + 1];
    return { from, until: next === undefined ? endOfTime : addDays(next, -1) };
  });
}

const endOfTime = '9000-12-31' as LocalDate;

function termsOf(
  duty: DutyInForce,
  segment: Period,
  stretch: Period,
  calendar: WorkCalendar,
): readonly DutyTerm[] {
  const { pace, window, from: start } = duty.rule;
  if (pace === undefined || stretch.until < start) return [];
  const reach = window === undefined ? stretch.from : addMonths(stretch.from, -monthsOfReach);
  const terms: DutyTerm[] = [];
  let period = periodOf(later(reach, start), pace, start);
  while (period.from <= stretch.until) {
    if (segment.from <= period.until && period.until <= segment.until) {
      terms.push(termOf(duty, pace, period, calendar));
    }
    period = periodOf(addDays(period.until, 1), pace, start);
  }
  return terms;
}

/** A window ends at most a year after its period began anew; the term before that one is wanted, too. */
const monthsOfReach = 24;

function termOf(duty: DutyInForce, pace: DutyPace, period: Period, calendar: WorkCalendar): DutyTerm {
  const { opens, last, usual } = windowOf(duty.rule, period);
  return {
    duty,
    anchor: period.from,
    opens,
    due: dueDay(opens, last, calendar),
    ...(usual === undefined ? {} : { usual: dueDay(opens, usual, calendar) }),
    // Whoever was quicker than the usual days has met it as well.
    accepts: { from: period.from, until: later(period.until, last) },
    times: pace.times,
  };
}

interface Days {
  readonly opens: LocalDate;
  readonly last: LocalDate;
  readonly usual?: LocalDate;
}

function windowOf({ window, notice }: DutyRule, period: Period): Days {
  if (window === undefined) return { opens: period.from, last: period.until };
  const year = yearOf(period.from);
  const opens = dayIn(year, window.from);
  const end = dayIn(year, window.until);
  return notice === undefined ? { opens, last: end } : { opens, last: dayIn(year, notice), usual: end };
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? other : one;
}
