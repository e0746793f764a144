import type { DutyRules } from '../library/duty-rules.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { NoticeDay } from './duty-days-store.ts';
import type { DutyTerm } from './obligation.ts';
import { pacedTerms } from './paced-terms.ts';

/** The term of a duty that a notice of these days is about: the first one that is not over yet. */
export function noticedTerm(
  { rules, calendar }: { readonly rules: DutyRules; readonly calendar: WorkCalendar },
  code: string,
  today: LocalDate,
  given: readonly NoticeDay[],
): DutyTerm | undefined {
  const lastDayOf = ({ anchor, accepts }: DutyTerm): LocalDate => {
    const days = given.flatMap((notice) =>
      notice.duty === code && notice.anchor === anchor ? [notice.day] : [],
    );
    return [accepts.until, ...days].toSorted().at(-1) ?? accepts.until;
  };
  return pacedTerms(rules, { from: today, until: today }, calendar).find(
    (term) => term.duty.rule.code === code && lastDayOf(term) >= today,
  );
}
