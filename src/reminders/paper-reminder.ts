import type { Turn } from '../chat/turn.ts';
import { paperCard } from '../papers/announcement.ts';
import type { Paper } from '../papers/paper.ts';
import type { TakeUp } from '../papers/take-up.ts';
import { sparedFromReminders } from '../roster/audience.ts';
import type { Organisation } from '../roster/roster.ts';
import type { RemindPeople, SentReminders } from './remind-people.ts';

/** What became of 提醒 测试. */
export type PaperReminder =
  | { readonly outcome: 'tooSoon'; readonly paper: Paper; readonly minutesLeft: number }
  | ({ readonly outcome: 'reminded'; readonly paper: Paper } & PaperReminderFigures);

/** They add up: `total` people have taken it, are spared, reminded or never reachable. */
export interface PaperReminderFigures extends SentReminders {
  readonly organisation: Organisation;
  readonly total: number;
  readonly done: number;
  readonly spared: number;
}

/** Reminds those of the officer's people who have not handed a paper in. Throws a Refusal when none is open. */
export async function remindOfPaper(
  turn: Turn,
  number: number | undefined,
  { takeUp, remindPeople }: { readonly takeUp: TakeUp; readonly remindPeople: RemindPeople },
): Promise<PaperReminder> {
  const { paper, organisation, taken, notTaken } = await takeUp.of(turn, number);
  const permission = await remindPeople(turn, organisation, `paper-${paper.number}`);
  if ('minutesLeft' in permission) return { outcome: 'tooSoon', paper, minutesLeft: permission.minutesLeft };

  const open = notTaken.filter((person) => !sparedFromReminders(person));
  const card = { ...paperCard(paper, paper.until, turn.today), note: '您还没有交卷，有空时做一做。' };
  const sent = await permission.send(open.map((person) => ({ person, name: `paper-${paper.number}`, card })));
  return {
    outcome: 'reminded',
    paper,
    organisation,
    total: taken.length + notTaken.length,
    done: taken.length,
    spared: notTaken.length - open.length,
    ...sent,
  };
}
