import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Case } from '../flows/case.ts';
import type { CaseLists, OwnCases } from '../flows/case-lists.ts';
import { unknownText, type CaseWord } from '../flows/case-answers.ts';
import { caseLine } from '../flows/case-words.ts';
import { reminderCard } from '../flows/reminder-cards.ts';
import { waitingFor } from '../flows/waiting-for.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { RemindPeople, SentReminders } from './remind-people.ts';

/** What became of 提醒 任务. */
export type CaseReminder =
  | { readonly outcome: 'tooSoon'; readonly found: Case; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded'; readonly found: Case } & CaseReminderFigures);

/** `total` people act now; they are spared, reminded or never reachable. */
export interface CaseReminderFigures extends SentReminders {
  readonly total: number;
  readonly spared: number;
}

/** Reminds those for whom a case waits. Throws a Refusal when it waits for nobody, or for the officer. */
export async function remindOfCase(
  turn: Turn,
  { number: typed, word }: { readonly number: number | undefined; readonly word: CaseWord },
  {
    cases,
    remindPeople,
    calendar,
  }: {
    readonly cases: Pick<CaseLists, 'one' | 'own'>;
    readonly remindPeople: RemindPeople;
    readonly calendar: WorkCalendar;
  },
): Promise<CaseReminder> {
  const { roster, member, today } = turn;
  const number = typed ?? onlyBegun(await cases.own(turn), word);
  const found = await cases.one(turn, number);
  if (found === undefined) throw new Refusal(unknownText(number, word));
  const people = waitingFor(found, roster);
  if (people.length === 0) throw new Refusal(`${found.flow.name} ${number} 已经结束，不用提醒。`);
  if (people.some(({ userid }) => userid === member.person.userid)) {
    throw new Refusal(`${found.flow.name} ${number} 现在等您这里办，发“${caseLine(found)}”。`);
  }

  const organisation = roster.scopeOf(member)[0] ?? member.organisation;
  const permission = await remindPeople(turn, organisation, `case-${number}`);
  if ('minutesLeft' in permission) return { outcome: 'tooSoon', found, minutesLeft: permission.minutesLeft };
  const open = people.filter((person) => !sparedFromReminders(person));
  const card = reminderCard(found, { kind: 'asked' }, { roster, today, calendar });
  const sent = await permission.send(open.map((person) => ({ person, name: `case-${number}`, card })));
  return { outcome: 'reminded', found, total: people.length, spared: people.length - open.length, ...sent };
}

/** The number of the only case that was begun here and waits for others. */
function onlyBegun({ begun }: OwnCases, word: CaseWord): number {
  const [only, second] = begun;
  if (only === undefined) throw new Refusal('您这里没有等别人办的事，不用提醒。');
  if (second === undefined) return only.found.number;
  throw new Refusal(`等别人办的有 ${begun.length} 件，请写编号，例如：提醒 ${word} ${only.found.number}`);
}
