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
  const recipients = 'recipients' in entry ? entry.recipients : [];
  return [JSON.stringify({ kind, ...rest }), ...recipients].join('\n');
}

/** Reads a record back. Throws when it is not one, for example after somebody edited it by hand. */
export function entryOf(id: string, record: string): OutboxEntry {
  const [head = '', ...recipients] = record.split('\n');
  const parts = recipients.length === 0 ? {} : { recipients };
  return { id, ...form.parse({ ...(JSON.parse(head) as object), ...parts }) } as OutboxEntry;
}

const recipients = z.array(z.string().min(1)).min(1).max(recipientsPerCall);

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
    recipients: recipients.max(1),
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
