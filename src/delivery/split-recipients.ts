import { randomBytes } from 'node:crypto';
import type { SendEntry } from './outbox-entry.ts';
import type { Begin, Successor } from './outbox.ts';

/** Two halves, to find the recipients because of whom WeCom refuses all. Needs at least two. */
export function halves(entry: SendEntry): readonly Successor[] {
  const { recipients } = entry;
  const middle = Math.ceil(recipients.length / 2);
  return [
    partOf(entry, recipients.slice(0, middle), { wait: 0 }),
    partOf(entry, recipients.slice(middle), { wait: 0 }),
  ];
}

/**
 * Those who may be written to now, and those (`full`, in lower case) who may after `wait` ms; one part
 * when all are of one kind.
 */
export function byRoom(entry: SendEntry, full: ReadonlySet<string>, wait: number): readonly Successor[] {
  const isFull = (userid: string) => full.has(userid.toLowerCase());
  const some = entry.recipients.filter((userid) => !isFull(userid));
  const others = entry.recipients.filter(isFull);
  return [
    ...(some.length === 0 ? [] : [partOf(entry, some, { wait: 0 })]),
    ...(others.length === 0 ? [] : [partOf(entry, others, { wait })]),
  ];
}

/** An entry for some of the recipients. */
export function partOf(entry: SendEntry, recipients: readonly string[], begin: Begin): Successor {
  return { entry: { ...entry, recipients, part: randomBytes(6).toString('base64url') }, begin };
}
