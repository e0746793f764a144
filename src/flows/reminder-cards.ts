import type { Card } from '../chat/card.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { Case } from './case.ts';
import { waitingCard } from './case-cards.ts';
import type { CaseSurroundings } from './case-surroundings.ts';
import { stepAndWho } from './next-step-words.ts';
import { stateOf } from './case-state.ts';
import { caseLine, caseName, caseTopic } from './case-words.ts';
import { deadlineOf } from './deadlines.ts';
import type { TimerSubject } from './timers.ts';

/** What whoever acts is reminded with. Several are a list, with one button each that says which case it is for. */
export function reminderCard(
  found: Case,
  what: TimerSubject | { readonly kind: 'asked' },
  around: CaseSurroundings,
): Card {
  const { number } = found;
  const topic = caseTopic(found, around.roster, 50);
  if (what.kind === 'again') {
    return {
      title: `${caseName(found)}：又到了${what.action}的时候`,
      body: topic,
      buttons: [{ label: `${what.action} ${number}`, line: `${caseLine(found)} ${what.action}` }],
    };
  }
  const state = stateOf(found);
  const deadline = what.kind === 'asked' ? deadlineOf(state, around.calendar) : what.deadline;
  const left = deadline === undefined ? '还等您办' : timeLeftWords(deadline, around.today);
  return {
    title: `${caseName(found)} ${left}`,
    body: `${topic} · ${stepAndWho(found, state, around)}${dayWords(deadline, around.today)}`,
    buttons: [{ label: `看 ${number} 号`, line: caseLine(found) }],
    reply: '看一件、办一件，发“事项”加编号',
    listed: {
      title: '件事快到期或过了期限',
      line: `${caseName(found)} ${caseTopic(found, around.roster, 14)} · ${left}`,
      all: { label: '看事项', line: '事项' },
    },
  };
}

function timeLeftWords(deadline: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, deadline);
  if (days < 0) return `过了期限 ${-days} 天`;
  if (days === 0) return '今天到期';
  return days === 1 ? '明天到期' : `还有 ${days} 天到期`;
}

/** Where the title does not say it. */
function dayWords(deadline: LocalDate | undefined, today: LocalDate): string {
  return deadline !== undefined && daysBetween(today, deadline) > 1
    ? `，${dateWords(deadline, today)}前`
    : '';
}

/** What somebody else is told of a case that is late; only to those the flow names, and naming no person. */
export function lateCard(found: Case, around: CaseSurroundings): Card {
  return {
    ...reminderCard(found, { kind: 'asked' }, around),
    note: '只告诉有关负责人，没有公开',
  };
}

/** What the officers are told who take a case over from somebody who left. */
export function handedOverCard(found: Case, around: CaseSurroundings): Card {
  return { ...waitingCard(found, around), note: '原来办的同志已经不在名册上，请接着办' };
}
