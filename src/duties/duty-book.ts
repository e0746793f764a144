import type { HoursStore } from '../hours/hours-store.ts';
import type { Period } from '../library/duty-pace.ts';
import type { DutyRecord, DutyRules } from '../library/duty-rules.ts';
import { dutiesInForce } from '../library/duty-standard.ts';
import type { HoursRules } from '../library/hours-rules.ts';
import type { TestedDays } from '../papers/closed-papers.ts';
import { secretaryOf } from '../roster/officers.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import { yearOf, type LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { DutyDaysStore } from './duty-days-store.ts';
import type { DutyStore } from './duty-store.ts';
import { hoursShares } from './hours-share.ts';
import { metDays } from './met-days.ts';
import type { Obligation, Share } from './obligation.ts';
import { noticeDaysFor } from './notice-days-for.ts';
import {
  obligationsIn,
  spokenOf,
  type ObligationQuestion,
  type ObligationsOf,
  type OrganisationRecord,
} from './obligations.ts';
import { pacedTerms } from './paced-terms.ts';
import { secretaryTrainings } from './secretary-trainings.ts';

/** What organisations have to do, with what was met: the rules over everything that is stored. */
export interface DutyBook {
  /** The obligations of each of these organisations that are spoken of in the stretch, by their last day. */
  read(question: BookQuestion): Promise<readonly (readonly Obligation[])[]>;
  /** All of them that touch the stretch, also what is over or not yet spoken of. */
  readAll(question: BookQuestion): Promise<readonly (readonly Obligation[])[]>;
}

export interface BookQuestion {
  readonly roster: Roster;
  readonly organisations: readonly Organisation[];
  readonly today: LocalDate;
  readonly stretch: Period;
}

/** A meeting that is called and, once held, will meet a duty of its organisation. */
export interface ArrangedMeeting {
  readonly organisation: string;
  readonly duty: string;
  readonly date: LocalDate;
}

export interface DutyBookParts {
  readonly rules: DutyRules;
  readonly calendar: WorkCalendar;
  readonly store: Pick<DutyStore, 'ofEach'>;
  readonly days: Pick<DutyDaysStore, 'known' | 'vacant' | 'noticeDays'>;
  readonly hours: { readonly rules: HoursRules; readonly store: Pick<HoursStore, 'ofEach'> };
  readonly testedDays: TestedDays;
  /** Those from a day on. */
  arranged(from: LocalDate): Promise<readonly ArrangedMeeting[]>;
}

export function createDutyBook(parts: DutyBookParts): DutyBook {
  const { rules, calendar, store, days, hours } = parts;
  const codesWith = (wanted: DutyRecord): readonly string[] =>
    rules.rules.flatMap(({ record, code }) => (record === wanted ? [code] : []));
  const trainingCodes = codesWith('培训');
  const testCodes = codesWith('测试');
  const longest = Math.max(
    1,
    ...[...rules.rules, ...rules.presets.flatMap(({ changes }) => changes)].map(({ pace }) =>
      pace?.unit === '年' ? pace.units : 1,
    ),
  );

  return {
    read: (question) => answer(question, spokenOf),
    readAll: (question) => answer(question, obligationsIn),
  };

  async function answer(
    { roster, organisations, today, stretch }: BookQuestion,
    ask: (question: ObligationQuestion) => ObligationsOf,
  ): Promise<readonly (readonly Obligation[])[]> {
    const codes = organisations.map(({ code }) => code);
    const years = yearsFor(stretch, longest);
    const [known, vacant, notices, fulfilments, arranged, trainings, tests, shares] = await Promise.all([
      days.known(),
      days.vacant(),
      days.noticeDays(),
      store.ofEach(codes, years),
      parts.arranged(today),
      secretaryTrainings(hours.store, roster, organisations, years.slice(-yearsOfTraining)),
      testsOf(roster, codes, today),
      sharesOf(roster, organisations, stretch),
    ]);
    const obligationsOf = ask({ rules, roster, calendar, today, stretch });
    return organisations.map((organisation, index) => {
      const { code } = organisation;
      const isVacant = secretaryOf(roster, organisation) === undefined;
      const record: OrganisationRecord = {
        organisation,
        knownSince: known.get(code) ?? today,
        ...(isVacant ? { vacantSince: vacant.get(code) ?? today } : {}),
        metOn: metDays(fulfilments[index] ?? [], [
          { codes: trainingCodes, days: trainings[index] ?? [] },
          { codes: testCodes, days: tests[index] ?? [] },
        ]),
        arranged: arranged.filter((meeting) => meeting.organisation === code),
        noticeDays: noticeDaysFor(organisation, notices, roster),
        ...(shares === undefined ? {} : { hours: new Map([[shares.year, shares.of[index] ?? none]]) }),
      };
      return obligationsOf(record);
    });
  }

  /** Reads the sheets of whole organisations: only where a rule in force asks for tests. */
  function testsOf(roster: Roster, codes: readonly string[], today: LocalDate) {
    const asked = dutiesInForce(rules, today).some(({ rule }) => testCodes.includes(rule.code));
    return asked ? parts.testedDays(roster, codes, today) : [];
  }

  /** Reads as many years of hours as there are people: only when they fall due in the stretch. */
  async function sharesOf(roster: Roster, organisations: readonly Organisation[], stretch: Period) {
    const term = pacedTerms(rules, stretch, calendar).find(
      ({ duty, due = stretch.until }) =>
        duty.rule.record === '学时' && stretch.from <= due && due <= stretch.until,
    );
    if (term === undefined) return undefined;
    const year = yearOf(term.anchor);
    const codes = organisations.map(({ code, kind }) => (kind === '党支部' ? code : ''));
    return { year, of: await hoursShares(hours, roster, codes, year) };
  }
}

/** A term may have begun some years ago, or take in days of the year before, and may end in the next. */
function yearsFor({ from, until }: Period, longest: number): readonly number[] {
  const first = yearOf(from) - Math.max(2, longest);
  const last = yearOf(until) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const none: Share = { part: 0, whole: 0, of: '人' };

/** Hours of courses are kept for two years; the years of a reading end with the next one. */
const yearsOfTraining = 3;
