import type { Card, CardButton, CardFact } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow, FlowAction, FlowStep } from '../library/flow.ts';
import { shorten } from '../library/summary.ts';
import type { Roster } from '../roster/roster-view.ts';
import type { LocalDate } from '../time/local-date.ts';
import { daysBetween } from '../time/local-date.ts';
import { dateWords, stampWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case } from './case.ts';
import { stateOf, type CaseState } from './case-state.ts';
import { caseName, caseTopic, placesWords, valuesWords } from './case-words.ts';
import { deadlineOf } from './deadlines.ts';
import { allowedActions } from './permission.ts';
import { placesOf } from './who-acts.ts';

/** What people see of a case depends on the day and on who is where. */
export interface CaseSurroundings {
  readonly roster: Roster;
  readonly calendar: WorkCalendar;
  readonly today: LocalDate;
}

/** A card has room for four buttons; one is for the course of things. */
const mostActions = 3;

/** What whoever acts now is sent. It names no person but the one the case is about. */
export function waitingCard(found: Case, around: CaseSurroundings): Card {
  const state = stateOf(found);
  const { step } = state;
  const actions = step === undefined ? [] : ownActions(step);
  return {
    title: titleOf(found, state),
    note: originWords(found, around.roster),
    body: bodyOf(found, state, around),
    facts: factsOf(state, around),
    buttons: [
      ...actions.slice(0, mostActions).map((action) => actionButton(found.number, action)),
      courseButton(found),
    ],
  };
}

/** 事项 7: the case as this member may see it, with what the member may do. */
export function caseCard(found: Case, turn: Turn, calendar: WorkCalendar): Card {
  const around = { roster: turn.roster, today: turn.today, calendar };
  const state = stateOf(found);
  const { step, done } = state;
  const allowed = allowedActions(found, state, turn.member, turn.roster);
  const who =
    step === undefined ? '' : placesWords(placesOf(step.by, found.start, turn.roster, done), found, turn);
  return {
    title: titleOf(found, state),
    note: originWords(found, turn.roster),
    body: bodyOf(found, state, around),
    facts: [...factsOf(state, around), ...(who === '' ? [] : [{ label: '现在等', value: who }])],
    buttons: [
      ...allowed.slice(0, mostActions).map(({ action }) => actionButton(found.number, action)),
      courseButton(found),
    ],
  };
}

/** What those are told whom something concerns that they need not act on. */
export function newsCard(found: Case, { roster, today }: Turn): Card {
  const last = found.entries.at(-1);
  const said = last === undefined ? '' : valuesWords(found, last.values, today);
  const { step } = stateOf(found);
  return {
    title: `${caseName(found)} · 已${last?.action ?? ''}`,
    note: originWords(found, roster),
    body: [
      caseTopic(found, roster, 60),
      ...(said === '' ? [] : [`${last?.action}：${said}`]),
      ...(step === undefined ? ['这件事到此结束，不用再办。'] : []),
    ].join('\n'),
    buttons: [courseButton(found)],
  };
}

/** What a tapped action turns into. */
export function doneCaption({ label }: FlowAction, { today, minute }: Turn): string {
  return `已${label} ${stampWords({ date: today, minute })}`;
}

/** `12月1日（周二）前`, `过期 2 天（11月18日）`; empty without a deadline. */
export function deadlineWords(deadline: LocalDate | undefined, today: LocalDate): string {
  if (deadline === undefined) return '';
  const late = daysBetween(deadline, today);
  return late > 0 ? `已过 ${late} 天` : `${dateWords(deadline, today)}前`;
}

function titleOf(found: Case, { step }: CaseState): string {
  return `${caseName(found)} · ${step === undefined ? '已结束' : placeInFlow(found.flow, step)}`;
}

/** `核验`, in long flows `第 6/25 步 培养教育考察`. */
function placeInFlow({ steps }: Flow, step: FlowStep): string {
  return steps.length > longFlow ? `${steps.indexOf(step) + 1}/${steps.length} ${step.name}` : step.name;
}

const longFlow = 9;

function originWords({ start }: Case, roster: Roster): string {
  const from = roster.organisation(start.from)?.name ?? '';
  return `来自${from}${start.origin === undefined ? '' : ` · ${start.origin}`}`;
}

/** What it is about, what was said last, and what is asked. */
function bodyOf(found: Case, { step, last }: CaseState, { roster, today }: CaseSurroundings): string {
  const said = last === undefined ? '' : valuesWords(found, last.values, today);
  return [
    caseTopic(found, roster, said === '' ? 110 : 70),
    ...(said === '' ? [] : [`${last?.action ?? ''}：${shorten(said, 60)}`]),
    ...(step?.ask === undefined ? [] : [step.ask]),
  ].join('\n');
}

function factsOf(state: CaseState, { calendar, today }: CaseSurroundings): readonly CardFact[] {
  const { step, since } = state;
  if (step === undefined) return [{ label: '结束', value: dateWords(since.date, today) }];
  const deadline = deadlineWords(deadlineOf(state, calendar), today);
  return [
    ...(deadline === '' ? [] : [{ label: '期限', value: deadline }]),
    ...(step.source === undefined ? [] : [{ label: '依据', value: step.source }]),
  ];
}

function courseButton({ number }: Case): CardButton {
  return { label: '看经过', line: `事项 ${number} 经过` };
}

function actionButton(number: number, { label }: FlowAction): CardButton {
  return { label, line: `事项 ${number} ${label}` };
}

/** What whoever acts in a step may do; others' actions are not on their card. */
function ownActions({ actions }: FlowStep): readonly FlowAction[] {
  return actions.filter(({ by }) => by === undefined);
}
