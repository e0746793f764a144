import type { Turn } from '../chat/turn.ts';
import { Refusal } from '../errors.ts';
import type { CaseSubject, Flow, FlowField } from '../library/flow.ts';
import { quoted } from '../wording/quoted.ts';
import type { Person } from '../roster/roster.ts';
import type { WorkCalendar } from '../time/work-calendar.ts';
import { roleSuffices, type Role } from '../roster/role.ts';
import { whoMay } from '../roster/who-may.ts';
import type { CaseStart } from './case.ts';
import { organisationNamed, organisationsNamed, peopleNamed } from './named-subject.ts';
import { speaksFor } from './own-places.ts';
import { readValues, type OpenField } from './read-values.ts';

/** What was typed to begin a case: all of it, or what has to be asked back. */
export type BeginRequest =
  | { readonly kind: 'ready'; readonly start: CaseStart }
  | OpenField
  | { readonly kind: 'whom'; readonly about: CaseSubject }
  /** Several people have the name; `rest` is what was typed behind it. */
  | { readonly kind: 'which'; readonly people: readonly Person[]; readonly rest: string };

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
  const { by, about, records } = flow.start;
  const needed = roleOfStarter[by];
  if (!roleSuffices(member.role, needed)) {
    throw new Refusal(`“${flow.words[0] ?? flow.name}”由${whoMay[needed]}使用。\n发“办理”看看您能办什么。`);
  }
  const from = speaksFor(member, roster);
  const base = { at: { date: turn.today, minute: turn.minute }, by: member.person.userid, from };
  const typed = words.trim();
  const whom = about === '本组织' ? '' : (/^\S+/u.exec(typed)?.[0] ?? '');
  const rest = typed.slice(whom.length).trim();
  if (about !== '本组织' && whom === '') return { kind: 'whom', about };

  let concerns: Pick<CaseStart, 'organisation' | 'subject' | 'addressees'>;
  switch (about) {
    case '本组织':
      concerns = { organisation: from };
      break;
    case '组织':
      concerns = { organisation: organisationNamed(whom, member, roster) };
      break;
    case '各组织':
      concerns = { organisation: from, addressees: organisationsNamed(whom, member, roster) };
      break;
    case '人': {
      const [person, second] = peopleNamed(whom, member, roster);
      if (person === undefined) throw new Refusal(notFound(turn, whom));
      if (second !== undefined) return { kind: 'which', people: peopleNamed(whom, member, roster), rest };
      const branch = roster.branchOf(person.organisation)?.code ?? person.organisation;
      concerns = { organisation: branch, subject: person.userid };
    }
  }

  const fields = fieldsOf(flow, records);
  const line = [word, whom].filter((part) => part !== '').join(' ');
  const reading = { today: turn.today, calendar, known: {}, never: flow.never, line };
  const read = readValues(rest, fields, reading);
  if (read.kind !== 'complete') return read;
  return { kind: 'ready', start: { ...base, ...concerns, values: read.values } };
}

/** The fields with these labels, in this order. */
export function fieldsOf(flow: Flow, labels: readonly string[]): readonly FlowField[] {
  return labels.flatMap((label) => flow.fields.find((field) => field.label === label) ?? []);
}

function notFound({ member, roster }: Turn, typed: string): string {
  const own = roster.scopeOf(member)[0] ?? member.organisation;
  return `${own.name}里没有${quoted(typed)}。发“成员”看都有谁。`;
}
