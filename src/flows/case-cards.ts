import type { Card, CardFact } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow, FlowAction, FlowStep } from '../library/flow.ts';
import type { Roster } from '../roster/roster-view.ts';
import { dateWords, stampWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case } from './case.ts';
import { courseButton, latestLine, withActions } from './case-card-body.ts';
import type { CaseSurroundings } from './case-surroundings.ts';
import { stateOf, type CaseState } from './case-state.ts';
import { caseName, caseTopic, doneWords, stepWords } from './case-words.ts';
import { placesWords } from './who-words.ts';
import { deadlineWords } from './deadline-words.ts';
import { deadlineOf } from './deadlines.ts';
import { nextStepWords } from './next-step-words.ts';
import { allowedActions, waitsFor } from './permission.ts';
import { placesOf } from './who-acts.ts';
import { endWords } from './end-words.ts';

/** What whoever acts now is sent. It names no person but the one the case is about. */
export function waitingCard(found: Case, around: CaseSurroundings): Card {
  const state = stateOf(found);
  const { step } = state;
  const actions = step === undefined ? [] : ownActions(found.flow, step);
  return {
    title: titleOf(found, state),
    note: originWords(found, around.roster),
    facts: factsOf(state, around),
    ...withActions(found, state, around, actions, 'viewer'),
  };
}

/** 事项 7: the case as this member may see it, with what the member may do. */
export function caseCard(found: Case, turn: Turn, calendar: WorkCalendar): Card {
  const around = { roster: turn.roster, today: turn.today, calendar };
  const state = stateOf(found);
  const { step, done } = state;
  const actions = allowedActions(found, state, turn.member, turn.roster).map(({ action }) => action);
  const isOwn = waitsFor(found, state, turn.member, turn.roster);
  const who =
    step === undefined || isOwn
      ? ''
      : placesWords(placesOf(step.by, found.start, turn.roster, done), found, turn);
  return {
    title: titleOf(found, state),
    note: originWords(found, turn.roster),
    facts: [...factsOf(state, around), ...(who === '' ? [] : [{ label: '现在等', value: who }])],
    ...withActions(found, state, around, actions, isOwn ? 'viewer' : 'others'),
  };
}

/** What those are told whom something concerns that they need not act on. */
export function newsCard(found: Case, around: CaseSurroundings): Card {
  const state = stateOf(found);
  const { step, last } = state;
  return {
    title: `${caseName(found)} · ${doneWords(last?.action ?? '')}`,
    note: originWords(found, around.roster),
    body: [
      caseTopic(found, around.roster, 60),
      ...latestLine(found, state, around),
      step === undefined ? '这件事到此结束。' : `接下来：${nextStepWords(found, state, around)}`,
    ].join('\n'),
    buttons: [courseButton(found)],
  };
}

/** What a tapped action turns into. */
export function doneCaption({ label }: FlowAction, { today, minute }: Turn): string {
  return `${doneWords(label)} ${stampWords({ date: today, minute })}`;
}

/** `督办 7 · 核验` */
export function titleOf(found: Case, { step, last }: CaseState): string {
  return `${caseName(found)} · ${step === undefined ? endWords(last?.action) : stepWords(found.flow, step)}`;
}

export function originWords({ start }: Case, roster: Roster): string {
  const from = roster.organisation(start.from)?.name ?? '';
  return `来自${from}${start.origin === undefined ? '' : ` · ${start.origin}`}`;
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

/** What whoever acts in a step may do there, with what comes again; others' actions are not on their card. */
function ownActions({ anytime }: Flow, { name, by, actions }: FlowStep): readonly FlowAction[] {
  const again = anytime.filter(
    (action) => action.every !== undefined && action.by.kind === by.kind && action.in.includes(name),
  );
  return [...actions.filter((action) => action.by === undefined), ...again];
}
