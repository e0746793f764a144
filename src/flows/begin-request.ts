import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { Flow, FlowField } from '../library/flow.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { roleSuffices, type Role } from '../roster/role.ts';
import { whoMay } from '../roster/who-may.ts';
import type { Organisation } from '../roster/roster.ts';
import type { CaseStart, CaseValues } from './case.ts';
import { readSubject, type TypedSubject } from './begin-subject.ts';
import { isDay } from './field-day.ts';
import { speaksFor } from './own-places.ts';
import { readValues, type OpenField } from './read-values.ts';

/** What was typed to begin a case: all of it, or what has to be asked back. */
export type BeginRequest =
  | { readonly kind: 'ready'; readonly start: CaseStart }
  | OpenField
  | Exclude<TypedSubject, { kind: 'known' }>;

export const roleOfStarter: Readonly<Record<Flow['start']['by'], Role>> = {
  党员: 'member',
  小组长: 'groupLeader',
  书记: 'secretary',
  工委: 'committee',
};

/** The command a case is begun with, and what follows it. */
export interface TypedBeginning {
  readonly word: string;
  readonly words: string;
}

/** Reads what follows the command word. Throws a Refusal for what does not fit. */
export function readBeginning(
  turn: Turn,
  flow: Flow,
  { word, words }: TypedBeginning,
  calendar: WorkCalendar,
): BeginRequest {
  const { member, roster } = turn;
  const { by, records } = flow.start;
  const needed = roleOfStarter[by];
  if (!roleSuffices(member.role, needed)) {
    throw new Refusal(`“${flow.words[0] ?? flow.name}”由${whoMay[needed]}使用。\n发“办理”看看您能办什么。`);
  }
  const fields = fieldsOf(flow, records);
  const reading = { today: turn.today, calendar, known: {}, never: flow.never };
  const [first] = fields;
  // 请示：关于经费
  const typed = words.trim().replace(/^[:：,，、]\s*/u, '');
  const subject = readSubject(turn, flow, typed, {
    word,
    isDay: (one) => first?.kind === 'date' && isDay(first, one, reading),
  });
  if (subject.kind !== 'known') return subject;

  const { concerns, whom, rest } = subject;
  const line = [word, whom].filter((part) => part !== '').join(' ');
  const otherwise = knownValues(fields, turn.roster.organisation(concerns.organisation));
  const read = readValues(rest, fields, { ...reading, line, otherwise });
  if (read.kind !== 'complete') return read;
  const base = { at: { date: turn.today, minute: turn.minute }, by: member.person.userid };
  const from = speaksFor(member, roster);
  return { kind: 'ready', start: { ...base, from, ...concerns, values: read.values } };
}

/** What the roster knows of the organisation, so that nobody has to type it (dialogues, rule 8). */
function knownValues(fields: readonly FlowField[], organisation: Organisation | undefined): CaseValues {
  const { termUntil } = organisation ?? {};
  if (termUntil === undefined) return {};
  const isTermEnd = (field: FlowField): boolean => field.kind === 'date' && field.known === 'termEnd';
  return Object.fromEntries(fields.filter(isTermEnd).map(({ label }) => [label, termUntil]));
}

/** The fields with these labels, in this order. */
export function fieldsOf(flow: Flow, labels: readonly string[]): readonly FlowField[] {
  return labels.flatMap((label) => flow.fields.find((field) => field.label === label) ?? []);
}
