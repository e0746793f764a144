import type { Card, CardButton, CardFact } from '../chat/card.ts';
import type { Turn } from '../chat/turn.ts';
import type { Flow, FlowAction, FlowStep } from '../library/flow.ts';
import { shortened } from '../wording/shortened.ts';
import type { Roster } from '../roster/roster-view.ts';
import { dateWords, stampWords } from '../time/spoken-time.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import type { Case } from './case.ts';
import type { CaseSurroundings } from './case-surroundings.ts';
import { stateOf, type CaseState } from './case-state.ts';
import {
  caseLine,
  caseName,
  caseTopic,
  contentLines,
  doneWords,
  stepWords,
  valuesWords,
} from './case-words.ts';
import { placesWords } from './who-words.ts';
import { deadlineWords } from './deadline-words.ts';
import { deadlineOf } from './deadlines.ts';
import { nextStepWords } from './next-step-words.ts';
import { allowedActions, waitsFor } from './permission.ts';
import { placesOf } from './who-acts.ts';
import { endWords } from './end-words.ts';

/** Dialogues, rule 5. The last one is for the course of things, unless just as many things can be done. */
const mostButtons = 4;

/** What whoever acts now is sent. It names no person but the one the case is about. */
export function waitingCard(found: Case, around: CaseSurroundings): Card {
  const state = stateOf(found);
  const { step } = state;
  const actions = step === undefined ? [] : ownActions(found.flow, step);
  return {
    title: titleOf(found, state),
    note: originWords(found, around.roster),
    body: [...bodyOf(found, state, around), ...otherActions(found, actions)].join('\n'),
    facts: factsOf(state, around),
    buttons: buttonsOf(found, actions),
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
    body: [...bodyOf(found, state, around), ...otherActions(found, actions)].join('\n'),
    facts: [...factsOf(state, around), ...(who === '' ? [] : [{ label: '现在等', value: who }])],
    buttons: buttonsOf(found, actions),
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

function titleOf(found: Case, { step, last }: CaseState): string {
  return `${caseName(found)} · ${step === undefined ? endWords(last?.action) : stepWords(found.flow, step)}`;
}

function originWords({ start }: Case, roster: Roster): string {
  const from = roster.organisation(start.from)?.name ?? '';
  return `来自${from}${start.origin === undefined ? '' : ` · ${start.origin}`}`;
}

/** What it is about, what was said last, and what is asked. */
function bodyOf(found: Case, state: CaseState, around: CaseSurroundings): readonly string[] {
  const { step } = state;
  const content = contentLines(found, state, around).join('\n');
  const latest = latestLine(found, state, around);
  return [
    shortened(content, longestBody - latest.join('').length - (step?.ask?.length ?? 0)),
    ...latest,
    step?.ask ?? '',
  ].filter((line) => line !== '');
}

/** Of the 160 characters on a card, some for line breaks and other actions. */
const longestBody = 145;

function latestLine(found: Case, { last }: CaseState, { today }: CaseSurroundings): readonly string[] {
  // What was written anew stands above already.
  const isNews = ([label]: readonly [string, string]): boolean => !found.flow.start.records.includes(label);
  const values = Object.fromEntries(Object.entries(last?.values ?? {}).filter(isNews));
  const said = valuesWords(found, values, today);
  return said === '' ? [] : [`${last?.action ?? ''}：${shortened(said, 50)}`];
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

function buttonsOf(found: Case, actions: readonly FlowAction[]): readonly CardButton[] {
  const line = caseLine(found);
  const buttons = actions
    .slice(0, shownActions(actions))
    // Of several, none is the one to take.
    .map(({ label }) => ({
      label,
      line: `${line} ${label}`,
      ...(actions.length > 1 ? { tone: 'choice' as const } : {}),
    }));
  return buttons.length === mostButtons ? buttons : [...buttons, courseButton(found)];
}

function shownActions({ length }: readonly FlowAction[]): number {
  return length === mostButtons ? mostButtons : mostButtons - 1;
}

/** What there is no button for. */
function otherActions(found: Case, actions: readonly FlowAction[]): readonly string[] {
  const others = actions.slice(shownActions(actions)).map(({ label }) => `“${caseLine(found)} ${label}”`);
  return others.length === 0 ? [] : [`还可以发${others.join('、')}。`];
}

function courseButton(found: Case): CardButton {
  return { label: '看经过', line: `${caseLine(found)} 经过` };
}

/** What whoever acts in a step may do there, with what comes again; others' actions are not on their card. */
function ownActions({ anytime }: Flow, { name, by, actions }: FlowStep): readonly FlowAction[] {
  const again = anytime.filter(
    (action) => action.every !== undefined && action.by.kind === by.kind && action.in.includes(name),
  );
  return [...actions.filter((action) => action.by === undefined), ...again];
}
