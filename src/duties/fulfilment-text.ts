import type { LocalDate } from '../time/local-date.ts';
import type { Evidence, Fulfilment } from './fulfilment.ts';

/** `memberAssembly 1118 m7`: of meeting 7; `p3` of test 3, `r` registered. Some 24 bytes in Redis' dense encoding. */
export function textOf({ duty, date, evidence }: Fulfilment): string {
  return `${duty} ${date.slice(5, 7)}${date.slice(8)} ${evidenceText(evidence)}`;
}

/** `undefined` for what cannot be read: it counts as not there. */
export function readFulfilment(text: string, organisation: string, year: number): Fulfilment | undefined {
  const [, duty = '', month, day, kind = '', number] = grammar.exec(text) ?? [];
  const evidence = evidenceOf(kind, number);
  if (evidence === undefined) return undefined;
  return { organisation, duty, date: `${year}-${month}-${day}` as LocalDate, evidence };
}

const grammar = /^(\w+) (0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]) ([mpr])(\d*)$/u;

function evidenceText(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'meeting':
      return `m${evidence.number}`;
    case 'paper':
      return `p${evidence.number}`;
    case 'registered':
      return 'r';
  }
}

function evidenceOf(kind: string, number: string | undefined): Evidence | undefined {
  if (kind === 'r') return { kind: 'registered' };
  if (kind === 'm') return { kind: 'meeting', number: Number(number) };
  return kind === 'p' ? { kind: 'paper', number: Number(number) } : undefined;
}
