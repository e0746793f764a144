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
  type CaseView,
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
    facts: factsOf(state, around),
    ...withActions(found, actions, bodyOf(found, state, around)),
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
    ...withActions(found, actions, bodyOf(found, state, around)),
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
      ...[shortened(latestWords(found, state, around), longestSaid)].filter((line) => line !== ''),
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

/** What it is about, what was said last, and what is asked. */
function bodyOf(found: Case, state: CaseState, around: CaseSurroundings): CaseBody {
  const ask = state.step?.ask ?? '';
  const whole = contentLines(found, state, around).join('\n');
  const said = latestWords(found, state, around);
  const latest = shortened(said, longestSaid);
  const content = shortened(whole, longestBody - latest.length - ask.length);
  return {
    lines: [content, latest, ask].filter((line) => line !== ''),
    isCut: content !== whole || latest !== said,
  };
}

interface CaseBody {
  readonly lines: readonly string[];
  /** There is more to read on 看全文. */
  readonly isCut: boolean;
}

/** Of the 160 characters on a card, some for line breaks and other actions. */
const longestBody = 145;
const longestSaid = 53;

/** `办结：已写好`; empty when nothing new was said. */
export function latestWords(found: Case, { last }: CaseState, { today }: CaseView): string {
  // What was written anew stands above already.
  const isNews = ([label]: readonly [string, string]): boolean => !found.flow.start.records.includes(label);
  const values = Object.fromEntries(Object.entries(last?.values ?? {}).filter(isNews));
  const said = valuesWords(found, values, today);
  return said === '' ? '' : `${last?.action ?? ''}：${said}`;
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

/** The text and the buttons of a card: what can be done, then all of the text, or the course of things. */
function withActions(
  found: Case,
  actions: readonly FlowAction[],
  { lines, isCut }: CaseBody,
): Pick<Card, 'body' | 'buttons'> {
  const line = caseLine(found);
  const more = isCut ? { label: '看全文', line: `${line} 全文` } : { label: '看经过', line: `${line} 经过` };
  const shown = actions.length === mostButtons ? mostButtons : mostButtons - 1;
  // Of several, none is the one to take.
  const tone = actions.length > 1 ? { tone: 'choice' as const } : {};
  const buttons = actions.slice(0, shown).map(({ label }) => ({ label, line: `${line} ${label}`, ...tone }));
  const others = [
    ...actions.slice(shown).map(({ label }) => `“${line} ${label}”`),
    ...(isCut && buttons.length === mostButtons ? [`“${more.line}”`] : []),
  ];
  return {
    body: [...lines, ...(others.length === 0 ? [] : [`还可以发${others.join('、')}。`])].join('\n'),
    buttons: buttons.length === mostButtons ? buttons : [...buttons, more],
  };
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
