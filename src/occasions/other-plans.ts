import type { Brief } from '../brief/brief.ts';
import type { ContestSteps } from '../contests/contest-steps.ts';
import type { DutyReminders } from '../duties/duty-reminders.ts';
import type { CaseRounds } from '../flows/case-rounds.ts';
import type { SeriesRounds } from '../meetings/series-rounds.ts';
import type { MakeUpStudy } from '../minutes/make-up-study.ts';
import type { OtherPlan } from '../morning/planned-text.ts';
import type { Rounds } from '../papers/rounds.ts';
import type { SurveyRounds } from '../surveys/survey-rounds.ts';
import type { LocalDate } from '../time/local-date.ts';
import { sendingWindow } from '../time/sending-window.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Zone } from '../time/zone.ts';
import type { Greetings } from './greetings.ts';
import type { IntegrityReminder } from './integrity-reminder.ts';
import { morning } from '../time/morning.ts';

export interface OtherPlanParts {
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
  readonly dutyReminders: Pick<DutyReminders, 'planned'>;
  readonly brief: Pick<Brief, 'planned'>;
  readonly greetings: Pick<Greetings, 'planned'>;
  readonly integrityReminder: Pick<IntegrityReminder, 'planned'>;
  readonly surveyRounds: Pick<SurveyRounds, 'planned'>;
  readonly paperRounds: Pick<Rounds, 'planned'>;
  readonly contestSteps: Pick<ContestSteps, 'planned'>;
  readonly meetingSeries: Pick<SeriesRounds, 'planned'>;
  readonly caseRounds: Pick<CaseRounds, 'planned'>;
  readonly makeUpStudy: Pick<MakeUpStudy, 'planned'>;
}

/** What goes out by itself on a day besides study items, reminders of meetings and notices, and to how many people. */
export async function otherPlans(parts: OtherPlanParts, date: LocalDate): Promise<readonly OtherPlan[]> {
  const { zone } = parts;
  const pushed = zone.instantOf(date, morning);
  // What begins by the end of the window still goes out on that day.
  const evening = zone.instantOf(date, sendingWindow.until) - 1;
  const [duties, brief, greetings, integrity, ...begun] = await Promise.all([
    parts.dutyReminders.planned(pushed),
    parts.brief.planned(pushed),
    parts.greetings.planned(pushed),
    parts.integrityReminder.planned(pushed),
    parts.surveyRounds.planned(evening),
    parts.paperRounds.planned(evening),
    parts.contestSteps.planned(evening),
    parts.meetingSeries.planned(evening),
  ]);
  return [
    { what: '义务到期提醒', people: peopleIn(duties) },
    { what: '周一简报', people: brief.length },
    { what: '政治生日祝福', people: greetings.length },
    { what: '假期前的廉洁提醒', people: integrity.people.length },
    ...byWhat(begun.flat()),
    ...(parts.calendar.isWorkday(date) ? await onWorkdays(parts, date) : []),
  ];
}

/** Named by their kind only: what a single case is about is nobody else's business. */
async function onWorkdays(
  { zone, caseRounds, makeUpStudy }: OtherPlanParts,
  date: LocalDate,
): Promise<readonly OtherPlan[]> {
  const [cases, makeUps] = await Promise.all([
    caseRounds.planned(zone.instantOf(date, 9 * 60 + 30)),
    makeUpStudy.planned(date),
  ]);
  return [
    { what: '事项到期提醒', people: peopleIn(cases) },
    { what: '会议补学', people: peopleIn(makeUps) },
  ];
}

interface PlannedMessage {
  readonly userid: string;
  readonly what: string;
}

function byWhat(planned: readonly PlannedMessage[]): readonly OtherPlan[] {
  const kinds = [...new Set(planned.map(({ what }) => what))];
  return kinds.map((what) => ({ what, people: peopleIn(planned.filter((one) => one.what === what)) }));
}

function peopleIn(planned: readonly { readonly userid: string }[]): number {
  return new Set(planned.map(({ userid }) => userid)).size;
}
