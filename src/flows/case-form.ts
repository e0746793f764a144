import * as z from 'zod';
import { parseLocalDate } from '../time/local-date.ts';
import type { CaseEntry, CaseStart } from './case.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';

/*
 * Cases as texts, short because there are many: JSON arrays without names.
 *   start   [version, day, minute, by, from, organisation, subject, addressees, values, origin]
 *   entry   [day, minute, by, action, organisation, values]
 *   open    [flow, begun, next day, from, places]
 *   closed  [flow, begun, closed, months, from, how]
 * What is absent is an empty text, list or map. What is empty at the end is left out.
 */

const date = z.string().transform((text, context) => {
  const day = parseLocalDate(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
const minute = z.number().int().min(0).max(1440);
const values = z.record(z.string(), z.string());

const startForm = z.tuple([
  z.string(),
  date,
  minute,
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  values,
  z.string(),
]);

export function textOfStart(version: string, start: CaseStart): string {
  const { at, by, from, organisation, subject = '', addressees = [], values: recorded, origin = '' } = start;
  return JSON.stringify([
    version,
    at.date,
    at.minute,
    by,
    from,
    organisation,
    subject,
    addressees,
    recorded,
    origin,
  ]);
}

export function readStart(text: string): { readonly version: string; readonly start: CaseStart } {
  const [version, day, at, by, from, organisation, subject, addressees, recorded, origin] = startForm.parse(
    JSON.parse(text),
  );
  return {
    version,
    start: {
      at: { date: day, minute: at },
      by,
      from,
      organisation,
      ...(subject === '' ? {} : { subject }),
      ...(addressees.length === 0 ? {} : { addressees }),
      values: recorded,
      ...(origin === '' ? {} : { origin }),
    },
  };
}

const entryForm = z.tuple([date, minute, z.string(), z.string(), z.string(), values]);

export function textOfEntry({ at, by, action, organisation = '', values: recorded }: CaseEntry): string {
  return JSON.stringify([at.date, at.minute, by, action, organisation, recorded]);
}

export function readEntry(text: string): CaseEntry {
  const [day, at, by, action, organisation, recorded] = entryForm.parse(JSON.parse(text));
  return {
    at: { date: day, minute: at },
    by,
    action,
    ...(organisation === '' ? {} : { organisation }),
    values: recorded,
  };
}

const openForm = z.tuple([z.string(), date, z.union([z.literal(''), date]), z.string(), z.array(z.string())]);

export function textOfOpen({ flow, begunOn, nextOn, from, places }: OpenCase): string {
  return JSON.stringify([flow, begunOn, nextOn ?? '', from, places]);
}

export function readOpenCase(text: string): OpenCase {
  const [flow, begunOn, nextOn, from, places] = openForm.parse(JSON.parse(text));
  return { state: 'open', flow, begunOn, ...(nextOn === '' ? {} : { nextOn }), from, places };
}

const closedForm = z.tuple([z.string(), date, date, z.number(), z.string(), z.string()]);

export function textOfClosed({ flow, begunOn, closedOn, keepMonths, from, how }: ClosedCase): string {
  return JSON.stringify([flow, begunOn, closedOn, keepMonths, from, how]);
}

export function readClosedCase(text: string): ClosedCase {
  const [flow, begunOn, closedOn, keepMonths, from, how] = closedForm.parse(JSON.parse(text));
  return { state: 'closed', flow, begunOn, closedOn, keepMonths, from, how };
}
