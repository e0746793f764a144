import type { EntryPart } from './outbox.ts';

/** Two halves, to find the recipients because of whom WeCom refuses all. Needs at least two. */
export function halves(recipients: readonly string[]): readonly EntryPart[] {
  const middle = Math.ceil(recipients.length / 2);
  return [
    { recipients: recipients.slice(0, middle), wait: 0 },
    { recipients: recipients.slice(middle), wait: 0 },
  ];
}

/**
 * Those who may be written to now, and those (`full`, in lower case) who may after `wait` ms; one part
 * when all are of one kind.
 */
export function byRoom(
  recipients: readonly string[],
  full: ReadonlySet<string>,
  wait: number,
): readonly EntryPart[] {
  const isFull = (userid: string) => full.has(userid.toLowerCase());
  return [
    { recipients: recipients.filter((userid) => !isFull(userid)), wait: 0 },
    { recipients: recipients.filter(isFull), wait },
  ].filter((part) => part.recipients.length > 0);
}
