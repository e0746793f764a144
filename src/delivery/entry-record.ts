import * as z from 'zod';
import type { Picture } from '../pictures/picture.ts';
import type { CardUpdate, Message } from '../wecom/message.ts';
import { recipientsPerCall, urgencies, type OutboxEntry } from './outbox-entry.ts';

/**
 * An entry as it lies in Redis: a line of JSON, its kind first, and a line for each recipient, so that
 * scripts find these without reading the rest. Without its id, which is the field it lies under, and
 * without the bytes of a file, which every look at the entry would carry along.
 */
export function recordOf(entry: OutboxEntry): string {
  const { kind, ...rest } = { ...entry, id: undefined, bytes: undefined, recipients: undefined };
  const head = JSON.stringify({ kind, ...rest });
  return 'recipients' in entry ? `${head}\n${entry.recipients.join('\n')}` : head;
}

/** Reads a record back. Throws when it is not one, for example after somebody edited it by hand. */
export function entryOf(id: string, record: string): OutboxEntry {
  const end = record.indexOf('\n');
  const head = JSON.parse(end === -1 ? record : record.slice(0, end)) as object;
  const parts = end === -1 ? {} : { recipients: record.slice(end + 1).split('\n') };
  return { id, ...form.parse({ ...head, ...parts }) } as OutboxEntry;
}

/** Checked as a whole, since a schema for each of a thousand takes longer than all else about them. */
const recipients = z.custom<readonly string[]>((value) => isListOf(recipientsPerCall, value));

const recipient = z.custom<readonly string[]>((value) => isListOf(1, value));

function isListOf(most: number, value: unknown): boolean {
  return (
    Array.isArray(value) && value.length > 0 && value.length <= most && value.every((userid) => userid !== '')
  );
}

/** Only builders make messages, updates and pictures, so that their inside need not be checked again. */
const payload = <Payload>() => z.custom<Payload>((value) => typeof value === 'object' && value !== null);

const order = z.object({
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('picture'), picture: payload<Picture>() }),
    z.object({ kind: z.literal('file'), name: z.string().min(1), keptAs: z.string().min(1) }),
  ]),
  instead: payload<Message>(),
  age: z.enum(['any', 'new']),
});

const form = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('send'),
    message: payload<Message>(),
    recipients,
    urgency: z.enum(urgencies),
    after: z.string().optional(),
    notice: z.number().optional(),
    call: z.number().optional(),
    subject: z.string().min(1).optional(),
    series: z.string().min(1).optional(),
    hours: z.object({ kind: z.enum(['unasked', 'automatic']), until: z.number() }).optional(),
    part: z.string().min(1).optional(),
    order: order.optional(),
  }),
  z.object({ kind: z.literal('withdrawal'), subject: z.string().min(1) }),
  z.object({
    kind: z.literal('recall'),
    subject: z.string().min(1),
    messageId: z.string().min(1),
    people: z.int().min(1),
  }),
  z.object({
    kind: z.literal('upload'),
    recipients: recipient,
    order,
    after: z.string().optional(),
  }),
  z.object({
    kind: z.literal('update'),
    responseCode: z.string().min(1),
    recipients,
    update: payload<CardUpdate>(),
  }),
]);
