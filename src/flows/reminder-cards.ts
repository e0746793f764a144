import type { Card } from '../chat/card.ts';
import { daysBetween, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { Case } from './case.ts';
import { waitingCard, type CaseSurroundings } from './case-cards.ts';
import { stateOf } from './case-state.ts';
import { caseName, caseTopic, placesWords } from './case-words.ts';
import type { TimerSubject } from './timers.ts';
import { placesOf } from './who-acts.ts';

/**
 * What whoever acts is reminded with. Short, because several become one message, with one button each that
 * says which case it is for.
 */
export function reminderCard(found: Case, what: TimerSubject, around: CaseSurroundings): Card {
  const { number } = found;
  const topic = caseTopic(found, around.roster, 50);
  if (what.kind === 'again') {
    return {
      title: `${caseName(found)}：又到了${what.action}的时候`,
      body: topic,
      buttons: [{ label: `${what.action} ${number}`, line: `事项 ${number} ${what.action}` }],
    };
  }
  const left = daysBetween(around.today, what.deadline);
  const when =
    left < 0
      ? `过了期限 ${-left} 天`
      : left === 0
        ? '今天到期'
        : left === 1
          ? '明天到期'
          : `还有 ${left} 天到期`;
  const { step } = stateOf(found);
  return {
    title: `${caseName(found)} ${when}`,
    body: `${topic}\n等您${step?.name ?? '办'}，${dateWords(what.deadline, around.today)}前。`,
    buttons: [{ label: `看 ${number} 号`, line: `事项 ${number}` }],
  };
}

/** What somebody else is told of a case that is late; only to them, and naming no person. */
export function lateCard(found: Case, deadline: LocalDate, around: CaseSurroundings): Card {
  const { step, done } = stateOf(found);
  const who =
    step === undefined ? '' : placesWords(placesOf(step.by, found.start, around.roster, done), found, around);
  return {
    title: `${caseName(found)} 过了期限 ${daysBetween(deadline, around.today)} 天`,
    note: '只告诉您，没有告诉别人',
    body: [caseTopic(found, around.roster, 80), `现在等${who}：${step?.name ?? ''}。`].join('\n'),
    buttons: [{ label: `看 ${found.number} 号`, line: `事项 ${found.number}` }],
  };
}

/** What the officers are told who take a case over from somebody who left. */
export function handedOverCard(found: Case, around: CaseSurroundings): Card {
  return { ...waitingCard(found, around), note: '原来办的同志已经不在名册上，请接着办' };
}
