import type { Flow, FlowField, FlowStep } from '../library/flow.ts';
import type { Roster } from '../roster/roster-view.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import { shortened } from '../wording/shortened.ts';
import type { Case, CaseValues } from './case.ts';
import { fieldOfRule } from './deadlines.ts';
import { stateOf, type CaseState } from './case-state.ts';

/** The command that shows a case: `任务 7` for a task, `事项 7` for all others. They have one row of numbers. */
export function caseLine({ flow, number }: Pick<Case, 'flow' | 'number'>): string {
  return `${flow.kind === 'task' ? '任务' : '事项'} ${number}`;
}

/** `督办 7`. */
export function caseName({ flow, number }: Pick<Case, 'flow' | 'number'>): string {
  return `${flow.name} ${number}`;
}

/** `已办结`; a word that says for itself that it is over, or that it is not so, stays as it is: 不同意. */
export function doneWords(label: string): string {
  return /^[不未无有已]/u.test(label) ? label : `已${label}`;
}

/** The name of a step; in long flows with its place, `6/25 培养教育考察`, ways round not counted. */
export function stepWords(flow: Flow, step: FlowStep): string {
  if (!isLongFlow(flow) || step.aside) return step.name;
  const counted = countedSteps(flow);
  return `${counted.findIndex(({ name }) => name === step.name) + 1}/${counted.length} ${step.name}`;
}

/** Whether a flow has so many steps that people want to know where they are. */
export function isLongFlow(flow: Flow): boolean {
  return countedSteps(flow).length >= longFlow;
}

function countedSteps({ steps }: Flow): readonly FlowStep[] {
  return steps.filter(({ aside }) => !aside);
}

const longFlow = 9;

/**
 * What a case is about, in full: the person, then everything that was recorded when it began, as it is now.
 * The day that is shown as the deadline is left out; of a task always, for its work is done by then.
 */
export function contentLines(
  found: Case,
  { values, step }: CaseState,
  { roster, today }: CaseView,
): readonly string[] {
  const { flow, start } = found;
  const name = start.subject === undefined ? undefined : roster.find(start.subject)?.person.name;
  const dated = flow.kind === 'task' ? flow.steps : [step];
  const deadlines = new Set(dated.map((one) => one?.due && fieldOfRule(one.due, values)));
  const shown = flow.start.records.filter((label) => !deadlines.has(label));
  const fields = shown.flatMap((label) => flow.fields.find((field) => field.label === label) ?? []);
  const words = fields
    .filter(({ kind }) => kind !== 'text')
    .flatMap((field) => labelled(field, values, today));
  const texts = fields.filter(({ kind }) => kind === 'text').flatMap(({ label }) => values[label] ?? []);
  const head = [...(name === undefined || flow.kind === 'task' ? [] : [name]), ...words].join('，');
  return [head, ...texts].filter((line) => line !== '');
}

/** What words about a case depend on besides the case. */
export interface CaseView {
  readonly roster: Roster;
  readonly today: LocalDate;
}

/** What a case is about, in one line: its first text as it is now, else whom it concerns. */
export function caseTopic(found: Case, roster: Roster, longest: number): string {
  const { flow, start } = found;
  const { values } = stateOf(found);
  const text = flow.start.records
    .filter((label) => flow.fields.some((field) => field.label === label && field.kind === 'text'))
    .map((label) => values[label])
    .find((value) => value !== undefined && value !== '');
  const whom =
    start.subject === undefined
      ? roster.organisation(start.organisation)?.name
      : roster.find(start.subject)?.person.name;
  const line = (text ?? whom ?? '').replaceAll(/\s+/gu, ' ');
  return shortened(line, longest);
}

/** What was recorded with one action, in one line; empty when nothing was. A lone day needs no name. */
export function valuesWords({ flow }: Case, values: CaseValues, today: LocalDate): string {
  const recorded = flow.fields.filter(({ label }) => (values[label] ?? '') !== '');
  const [first] = recorded;
  const isLoneDay = recorded.length === 1 && first?.kind === 'date';
  return recorded
    .flatMap((field) =>
      field.kind === 'text' ? (values[field.label] ?? []) : labelled(field, values, today),
    )
    .map((words) => (isLoneDay ? words.replace(`${first.label} `, '') : words))
    .join('，');
}

/** `年度 2026`, nothing when it was not recorded. */
function labelled(field: FlowField, values: CaseValues, today: LocalDate): readonly string[] {
  const value = values[field.label];
  if (value === undefined) return [];
  const day = field.kind === 'date' ? parseLocalDate(value) : undefined;
  return [`${field.label} ${day === undefined ? value : dateWords(day, today)}`];
}
