import type { DutyInForce } from '../library/duty-standard.ts';
import { secretaryOf } from '../roster/officers.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import { addDays, addMonths, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { dueDay } from './due-day.ts';
import type { DutyTerm } from './obligation.ts';

/** What a clock needs besides the roster. */
export interface ClockFacts {
  readonly roster: Roster;
  readonly calendar: WorkCalendar;
  readonly today: LocalDate;
  /** The day on which the organisation was first seen without 书记; absent when it has one. */
  readonly vacantSince?: LocalDate;
}

/** The terms of a duty that runs by a clock, for an organisation it concerns; opened or not. */
export function clockTerms(
  duty: DutyInForce,
  organisation: Organisation,
  facts: ClockFacts,
): readonly DutyTerm[] {
  switch (duty.rule.clock) {
    case '届期':
      return termEnds(duty, organisation, facts);
    case '书记空缺':
      return vacancies(duty, facts);
    case '新任书记':
      return newSecretaries(duty, organisation, facts);
    case '预备期':
      return probationEnds(duty, organisation, facts);
    case '现状':
      return [{ duty, anchor: facts.today, opens: facts.today, accepts: never(facts.today), times: 1 }];
    default:
      return [];
  }
}

/** 届期止 of the roster, or what follows from 届期起. An election may be put off by a year at most (R1 21). */
function termEnds(
  duty: DutyInForce,
  { termFrom, termUntil }: Organisation,
  { calendar }: ClockFacts,
): readonly DutyTerm[] {
  const { termYears, aheadMonths = 0 } = duty.rule;
  const computed =
    termFrom === undefined || termYears === undefined
      ? undefined
      : addDays(addMonths(termFrom, 12 * termYears), -1);
  const end = termUntil ?? computed;
  if (end === undefined) return [];
  const opens = addMonths(end, -aheadMonths);
  return [
    {
      duty,
      anchor: end,
      opens,
      due: dueDay(opens, end, calendar),
      accepts: { from: opens, until: addMonths(end, 12) },
      times: 1,
    },
  ];
}

/** Over as soon as the roster names a 书记. */
function vacancies(duty: DutyInForce, { calendar, vacantSince }: ClockFacts): readonly DutyTerm[] {
  if (vacantSince === undefined) return [];
  return [
    {
      duty,
      anchor: vacantSince,
      opens: vacantSince,
      ...dueWithin(duty, vacantSince, calendar),
      accepts: never(vacantSince),
      times: 1,
    },
  ];
}

/** Without a number of months nothing runs: the rule only says that it has to be. */
function newSecretaries(
  duty: DutyInForce,
  organisation: Organisation,
  { roster, calendar }: ClockFacts,
): readonly DutyTerm[] {
  const since = secretaryOf(roster, organisation)?.inPostSince;
  if (since === undefined || duty.rule.withinMonths === undefined) return [];
  return [
    {
      duty,
      anchor: since,
      opens: since,
      ...dueWithin(duty, since, calendar),
      accepts: { from: since, until: addMonths(since, 24) },
      times: 1,
    },
  ];
}

/**
 * A year from the vote that admitted somebody (R4 32), whose day the roster gives as 入党日期; the branch
 * discusses it when the year is over, so nothing before that day counts. Several with the same day are one.
 */
function probationEnds(
  duty: DutyInForce,
  { code }: Organisation,
  { roster }: ClockFacts,
): readonly DutyTerm[] {
  const ends = roster
    .peopleIn(code)
    .flatMap(({ kind, joinedOn }) =>
      kind === '预备党员' && joinedOn !== undefined ? [addMonths(joinedOn, 12)] : [],
    );
  return [...new Set(ends)].toSorted().map((end) => ({
    duty,
    anchor: end,
    opens: addDays(end, -daysOfNotice),
    due: end,
    accepts: { from: end, until: addMonths(end, 12) },
    times: 1,
  }));
}

/** Domain §2 (ours): the branch hears of it 30 days before. */
const daysOfNotice = 30;

function dueWithin(
  { rule: { withinMonths } }: DutyInForce,
  from: LocalDate,
  calendar: WorkCalendar,
): { readonly due?: LocalDate } {
  return withinMonths === undefined ? {} : { due: dueDay(from, addMonths(from, withinMonths), calendar) };
}

/** Nothing that is registered closes it; the roster does. */
function never(day: LocalDate): DutyTerm['accepts'] {
  return { from: day, until: addDays(day, -1) };
}
