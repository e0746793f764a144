import type { Period } from '../library/duty-pace.ts';
import { dutiesInForce, type DutyInForce } from '../library/duty-standard.ts';
import type { DutyRules } from '../library/duty-rules.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { Organisation } from '../roster/roster.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { clockTerms } from './clock-terms.ts';
import { concerns } from './condition.ts';
import { accepts, meetTerms } from './meet.ts';
import { byDue, isMet, type DutyTerm, type Obligation, type Share } from './obligation.ts';
import { pacedTerms } from './paced-terms.ts';

/** What organisations have to do in a stretch of days, by the rules, the roster and what was met. Pure. */
export interface ObligationQuestion {
  readonly rules: DutyRules;
  readonly roster: Roster;
  readonly calendar: WorkCalendar;
  readonly today: LocalDate;
  readonly stretch: Period;
}

/** What is known of one organisation. */
export interface OrganisationRecord {
  readonly organisation: Organisation;
  /** The first day on which the service knew of it: what was due before is not asked for. */
  readonly knownSince: LocalDate;
  readonly vacantSince?: LocalDate;
  /** Days on which a duty was met, by its code. */
  readonly metOn: ReadonlyMap<string, readonly LocalDate[]>;
  /** Meetings that are called and will meet a duty. */
  readonly arranged: readonly { readonly duty: string; readonly date: LocalDate }[];
  /** Last days that a notice gives for terms of this organisation, by `<code> <anchor>`. */
  readonly noticeDays: ReadonlyMap<string, LocalDate>;
  /** How many of its people have the credit hours they should have in a year. */
  readonly hours?: ReadonlyMap<number, Share>;
}

/** What is asked of one organisation. */
export type ObligationsOf = (record: OrganisationRecord) => readonly Obligation[];

/** The obligations of an organisation that are spoken of in the stretch, by their last day. */
export function spokenOf(question: ObligationQuestion): ObligationsOf {
  const all = obligationsIn(question);
  return (record) =>
    all(record)
      .filter((obligation) => isSpokenOf(obligation, record, question.stretch))
      .toSorted(byDue);
}

/**
 * All that touch the stretch, also what is over or not yet spoken of. Works out what is the same for all
 * organisations once.
 */
export function obligationsIn(question: ObligationQuestion): ObligationsOf {
  const { rules, roster, calendar, today, stretch } = question;
  const paced = byDuty(pacedTerms(rules, stretch, calendar));
  const clocks = dutiesInForce(rules, today).filter(({ rule }) => rule.clock !== undefined);

  return (record) => {
    const { organisation } = record;
    const isAsked = ({ rule }: DutyInForce): boolean => concerns(rule, organisation, roster);
    const facts = { roster, calendar, today, ...sinceOf(record) };
    const terms = [
      ...paced.filter(([first]) => first !== undefined && isAsked(first.duty)),
      ...clocks.filter(isAsked).map((duty) => clockTerms(duty, organisation, facts)),
    ];
    return terms.flatMap((some) => withRecord(some, record));
  };
}

function byDuty(terms: readonly DutyTerm[]): readonly (readonly DutyTerm[])[] {
  const groups = new Map<string, DutyTerm[]>();
  for (const term of terms) {
    const group = groups.get(term.duty.rule.code);
    if (group === undefined) groups.set(term.duty.rule.code, [term]);
    else group.push(term);
  }
  return [...groups.values()];
}

function sinceOf({ vacantSince }: OrganisationRecord): { readonly vacantSince?: LocalDate } {
  return vacantSince === undefined ? {} : { vacantSince };
}

/** The terms of one duty, with what was met and what is arranged. */
function withRecord(terms: readonly DutyTerm[], record: OrganisationRecord): readonly Obligation[] {
  const noticed = terms.map((term) => withNotice(term, record));
  const code = noticed[0]?.duty.rule.code ?? '';
  const met = meetTerms(noticed, record.metOn.get(code) ?? []);
  const obligations = noticed.map((term, index): Obligation => {
    const share =
      term.duty.rule.record === '学时' ? record.hours?.get(Number(term.anchor.slice(0, 4))) : undefined;
    return {
      ...term,
      organisation: record.organisation.code,
      met: met[index] ?? [],
      ...(share === undefined ? {} : { share }),
    };
  });
  const dates = record.arranged.filter(({ duty }) => duty === code).map(({ date }) => date);
  return obligations.map((obligation) => withArranged(obligation, dates));
}

/** A notice may give more or less time than usual. */
function withNotice(term: DutyTerm, { noticeDays }: OrganisationRecord): DutyTerm {
  const day = noticeDays.get(`${term.duty.rule.code} ${term.anchor}`);
  if (day === undefined) return term;
  const { usual: _usual, ...rest } = term;
  const until = term.accepts.until < day ? day : term.accepts.until;
  const opens = day < term.opens ? day : term.opens;
  return { ...rest, opens, due: day, accepts: { ...term.accepts, until } };
}

function withArranged(obligation: Obligation, dates: readonly LocalDate[]): Obligation {
  if (isMet(obligation)) return obligation;
  const arranged = dates.filter((date) => accepts(obligation, date)).toSorted()[0];
  return arranged === undefined ? obligation : { ...obligation, arranged };
}

/**
 * What the roster shows to be open now is spoken of for as long as it is so. The rest only if it is due
 * neither before the stretch nor before the service knew of the organisation.
 */
function isSpokenOf(obligation: Obligation, { knownSince }: OrganisationRecord, stretch: Period): boolean {
  const { opens, due, duty } = obligation;
  if (opens > stretch.until) return false;
  if (due === undefined) return true;
  const { clock } = duty.rule;
  const stands = clock !== undefined && clock !== '新任书记';
  if (stands && !isMet(obligation)) return true;
  if (due < stretch.from || due < knownSince) return false;
  // What has the whole year's time is spoken of when the year ends; a window or a clock says when to begin.
  return due <= stretch.until || duty.rule.window !== undefined || clock !== undefined;
}
