import * as z from 'zod';
import { readStored } from '../redis/read-stored.ts';
import { readShortDay, readShortMoment, shortDay, shortMoment } from '../time/short-moment.ts';
import type { CaseEntry, CaseStart } from './case.ts';
import type { ClosedCase, OpenCase } from './case-index.ts';

/*
 * Cases as texts, short because there are many: JSON arrays without names, days and moments as
 * short-moment.ts writes them.
 *   start   [version, moment, by, from, organisation, subject, addressees, values, origin]
 *   entry   [moment, by, action, values, organisation]
 *   open    [flow, day, next day, entries, from, places]
 *   closed  [flow, day, day of its end, months, from, how]
 * What is absent is an empty text, list or map; behind the fifth part of a start and the third of an entry
 * it is left out where nothing follows. What is no such text reads as `undefined`: it is damaged.
 */

const day = z.string().transform((text, context) => {
  const read = readShortDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
const moment = z.string().transform((text, context) => {
  const read = readShortMoment(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'not a moment' });
  return z.NEVER;
});
const values = z.record(z.string(), z.string()).optional();

const startForm = z.tuple([
  z.string(),
  moment,
  z.string(),
  z.string(),
  z.string(),
  z.string().optional(),
  z.array(z.string()).optional(),
  values,
  z.string().optional(),
]);

export function textOfStart(version: string, start: CaseStart): string {
  const { at, by, from, organisation, subject, addressees, values: recorded, origin } = start;
  const head = [version, shortMoment(at), by, from, organisation];
  return shortText(head, [subject ?? '', addressees ?? [], recorded, origin ?? '']);
}

export function readStart(text: string): { readonly version: string; readonly start: CaseStart } | undefined {
  const parts = readStored(startForm, text);
  if (parts === undefined) return undefined;
  const [version, at, by, from, organisation, subject = '', addressees = [], recorded = {}, origin = ''] =
    parts;
  return {
    version,
    start: {
      at,
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

const entryForm = z.tuple([moment, z.string(), z.string(), values, z.string().optional()]);

export function textOfEntry({ at, by, action, values: recorded, organisation }: CaseEntry): string {
  return shortText([shortMoment(at), by, action], [recorded, organisation ?? '']);
}

export function readEntry(text: string): CaseEntry | undefined {
  const parts = readStored(entryForm, text);
  if (parts === undefined) return undefined;
  const [at, by, action, recorded = {}, organisation = ''] = parts;
  return { at, by, action, ...(organisation === '' ? {} : { organisation }), values: recorded };
}

const openForm = z.tuple([
  z.string(),
  day,
  z.union([z.literal(''), day]),
  z.number(),
  z.string(),
  z.array(z.string()),
]);

export function textOfOpen({ flow, begunOn, nextOn, entries, from, places }: OpenCase): string {
  const next = nextOn === undefined ? '' : shortDay(nextOn);
  return JSON.stringify([flow, shortDay(begunOn), next, entries, from, places]);
}

export function readOpenCase(text: string): OpenCase | undefined {
  const parts = readStored(openForm, text);
  if (parts === undefined) return undefined;
  const [flow, begunOn, nextOn, entries, from, places] = parts;
  return { state: 'open', flow, begunOn, ...(nextOn === '' ? {} : { nextOn }), entries, from, places };
}

const closedForm = z.tuple([z.string(), day, day, z.number(), z.string(), z.string()]);

export function textOfClosed({ flow, begunOn, closedOn, keepMonths, from, how }: ClosedCase): string {
  return JSON.stringify([flow, shortDay(begunOn), shortDay(closedOn), keepMonths, from, how]);
}

export function readClosedCase(text: string): ClosedCase | undefined {
  const parts = readStored(closedForm, text);
  if (parts === undefined) return undefined;
  const [flow, begunOn, closedOn, keepMonths, from, how] = parts;
  return { state: 'closed', flow, begunOn, closedOn, keepMonths, from, how };
}

type Part = string | readonly string[] | Readonly<Record<string, string>>;

function shortText(head: readonly Part[], tail: readonly Part[]): string {
  const isEmpty = (part: Part): boolean =>
    typeof part === 'string' ? part === '' : Object.keys(part).length === 0;
  return JSON.stringify([...head, ...tail.slice(0, tail.findLastIndex((part) => !isEmpty(part)) + 1)]);
}
