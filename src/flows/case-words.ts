import type { Turn } from '../chat/turn.ts';
import type { FlowField } from '../library/flow.ts';
import type { Roster } from '../roster/roster-view.ts';
import { lengthOf, shorten } from '../library/summary.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import { dateWords } from '../time/spoken-time.ts';
import type { Case, CaseValues } from './case.ts';
import { speaksFor } from './own-places.ts';
import { officeOf, type Place } from './who-acts.ts';

/** `任务 7`. */
export function caseName({ flow, number }: Pick<Case, 'flow' | 'number'>): string {
  return `${flow.name} ${number}`;
}

/** What a case is about, in one line: its first text, else whom it concerns. */
export function caseTopic({ flow, start }: Case, roster: Roster, longest: number): string {
  const text = flow.start.records
    .filter((label) => flow.fields.some((field) => field.label === label && field.kind === 'text'))
    .map((label) => start.values[label])
    .find((value) => value !== undefined && value !== '');
  const whom = start.subject === undefined ? '' : (roster.find(start.subject)?.person.name ?? '');
  const line = (text ?? whom).replaceAll(/\s+/gu, ' ');
  return lengthOf(line) > longest ? shorten(line, longest) : line;
}

/**
 * Who did something, as a member may know it: 您, the name for officers of the same organisation, for all
 * others the organisation (domain §11.2). Whom a case is about, everybody knows who may see it.
 */
export function whoWords(userid: string, { start }: Case, { member, roster }: Turn): string {
  if (userid === '') return '助手';
  if (userid === member.person.userid) return '您';
  const person = roster.find(userid)?.person;
  if (person === undefined) return '已调出的同志';
  const office = officeOf(person, roster);
  const isOfficer = member.role === 'secretary' || member.role === 'committee';
  if (userid === start.subject || (isOfficer && speaksFor(member, roster) === office)) return person.name;
  return roster.organisation(office)?.name ?? '';
}

/** Whom a case waits for: the person it is about by name, for all others the organisation. */
export function placesWords(
  places: readonly Place[],
  { start }: Case,
  { roster, member }: Pick<Turn, 'roster'> & Partial<Pick<Turn, 'member'>>,
): string {
  const names = places.map((place) => {
    if (place.kind === 'officers') return roster.organisation(place.organisation)?.name ?? '';
    const person = roster.find(place.userid)?.person;
    if (place.userid === member?.person.userid) return '您';
    if (place.userid === start.subject) return person?.name ?? '';
    return roster.organisation(person === undefined ? '' : officeOf(person, roster))?.name ?? '';
  });
  const [first = '', ...others] = new Set(names);
  return others.length === 0 ? first : `${first}等 ${others.length + 1} 个组织`;
}

/** One recorded value as people read it. */
export function valueWords(field: FlowField, value: string, today: LocalDate): string {
  const day = field.kind === 'date' ? parseLocalDate(value) : undefined;
  return day === undefined ? value : dateWords(day, today);
}

/** What was recorded with one action, in one line; empty when nothing was. */
export function valuesWords({ flow }: Case, values: CaseValues, today: LocalDate): string {
  return flow.fields
    .flatMap((field) => {
      const value = values[field.label];
      if (value === undefined || value === '') return [];
      return field.kind === 'text' ? [value] : [`${field.label} ${valueWords(field, value, today)}`];
    })
    .join('，');
}
