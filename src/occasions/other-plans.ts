import type { Brief } from '../brief/brief.ts';
import type { DutyReminders } from '../duties/duty-reminders.ts';
import type { OtherPlan } from '../morning/planned-text.ts';
import type { Greetings } from './greetings.ts';
import type { IntegrityReminder } from './integrity-reminder.ts';

export interface OtherPlanParts {
  readonly dutyReminders: Pick<DutyReminders, 'planned'>;
  readonly brief: Pick<Brief, 'planned'>;
  readonly greetings: Pick<Greetings, 'planned'>;
  readonly integrityReminder: Pick<IntegrityReminder, 'planned'>;
}

/** What comes along with the morning's message of a day, and to how many people. */
export async function otherPlans(parts: OtherPlanParts, at: number): Promise<readonly OtherPlan[]> {
  const [duties, brief, greetings, integrity] = await Promise.all([
    parts.dutyReminders.planned(at),
    parts.brief.planned(at),
    parts.greetings.planned(at),
    parts.integrityReminder.planned(at),
  ]);
  return [
    { what: '义务到期提醒', people: new Set(duties.map(({ userid }) => userid)).size },
    { what: '周一简报', people: brief.length },
    { what: '政治生日祝福', people: greetings.length },
    { what: '假期前的廉洁提醒', people: integrity.people.length },
  ];
}
