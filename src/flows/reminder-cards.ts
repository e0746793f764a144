import type { Card } from '../chat/card.ts';
import type { Case } from './case.ts';
import { waitingCard, type CaseSurroundings } from './case-cards.ts';
import { stateOf } from './case-state.ts';
import { caseName, caseTopic, placesWords } from './case-words.ts';
import type { TimerSubject } from './timers.ts';
import { placesOf } from './who-acts.ts';

/** What whoever acts is reminded with: the case as they got it, with the time that is left. */
export function reminderCard(found: Case, what: TimerSubject, around: CaseSurroundings): Card {
  const card = waitingCard(found, around);
  switch (what.kind) {
    case 'before':
      return { ...card, note: what.days === 1 ? '明天到期' : `还有 ${what.days} 天到期` };
    case 'overdue':
      return { ...card, note: `期限已经过了 ${what.days} 天，还等您办` };
    case 'again':
      return {
        ...card,
        note: `又到了${what.action}的时候`,
        buttons: [
          { label: what.action, line: `事项 ${found.number} ${what.action}` },
          { label: '看经过', line: `事项 ${found.number} 经过` },
        ],
      };
  }
}

/** What somebody else is told of a case that is late; only to them, and naming no person. */
export function lateCard(found: Case, days: number, around: CaseSurroundings): Card {
  const { step, done } = stateOf(found);
  const who =
    step === undefined ? '' : placesWords(placesOf(step.by, found.start, around.roster, done), found, around);
  return {
    title: `${caseName(found)}过了期限 ${days} 天`,
    note: '只告诉您，没有告诉别人',
    body: [caseTopic(found, around.roster, 80), `现在等${who}：${step?.name ?? ''}。`].join('\n'),
    buttons: [{ label: '看这件事', line: `事项 ${found.number}` }],
  };
}

/** What the officers are told who take a case over from somebody who left. */
export function handedOverCard(found: Case, around: CaseSurroundings): Card {
  return { ...waitingCard(found, around), note: '原来办的同志已经不在名册上，请接着办' };
}
