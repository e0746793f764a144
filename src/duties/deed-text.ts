import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import type { NoticeTerm } from './duty-days-store.ts';
import type { Fulfilment } from './fulfilment.ts';

/** What an officer did about a duty, as 撤销 needs to know it. */
export type DutyDeed =
  | { readonly kind: 'registered' | 'withdrawn'; readonly fulfilment: Fulfilment }
  | { readonly kind: 'notice'; readonly term: NoticeTerm; readonly before: LocalDate | undefined };

/** `registered partyDay 2026-11-18 A1`, `notice orgLifeMeeting 2026-01-01 - A1` */
export function deedText(deed: DutyDeed): string {
  if (deed.kind === 'notice') {
    const { duty, anchor, organisation } = deed.term;
    return `notice ${duty} ${anchor} ${deed.before ?? '-'} ${organisation}`;
  }
  const { duty, date, organisation } = deed.fulfilment;
  return `${deed.kind} ${duty} ${date} ${organisation}`;
}

/** `undefined` for what cannot be read. */
export function readDeed(text: string): DutyDeed | undefined {
  const [kind, duty = '', day = '', ...rest] = text.split(' ');
  const date = parseLocalDate(day);
  if (date === undefined) return undefined;
  if (kind === 'notice') {
    const [before = '', ...organisation] = rest;
    const term = { organisation: organisation.join(' '), duty, anchor: date };
    return { kind, term, before: parseLocalDate(before) };
  }
  if (kind !== 'registered' && kind !== 'withdrawn') return undefined;
  const fulfilment = { organisation: rest.join(' '), duty, date, evidence: { kind: 'registered' } } as const;
  return { kind, fulfilment };
}
