import * as z from 'zod';
import type { Picture } from '../pictures/picture.ts';
import type { CardUpdate, Message } from '../wecom/message.ts';
import { urgencies, urgencyOf, type OutboxEntry, type Urgency } from './outbox-entry.ts';

/**
 * An entry as it lies in Redis: a line of JSON, its kind first, and a line of its recipients, as a
 * request to WeCom names them: `a|b`. So a thousand names go from here into the request in one piece, and
 * scripts find them without reading the rest. Without its id, which is the field it lies under; without
 * the bytes of a file, which every look at the entry would carry along; and without its urgency where it
 * is that of most of what waits: a short text then costs Redis a tenth less.
 */
export function recordOf(entry: OutboxEntry): string {
  const apart = { id: undefined, bytes: undefined, recipients: undefined };
  const understood = urgencyOf(entry) === usual ? { urgency: undefined } : {};
  const { kind, ...rest } = { ...entry, ...apart, ...understood };
  const head = JSON.stringify({ kind, ...rest });
  return 'recipients' in entry ? `${head}\n${entry.recipients.join(between)}` : head;
}

/**
 * Reads a record back. Throws when it is not one, for example after somebody edited it by hand. The
 * recipients become a list when somebody asks for it: a thousand strings that need not outlive the call.
 */
export function entryOf(id: string, record: string): OutboxEntry {
  const end = record.indexOf('\n');
  const entry = form.parse(JSON.parse(end === -1 ? record : record.slice(0, end)));
  if (!addressedKinds.has(entry.kind)) return { id, ...entry } as OutboxEntry;

  const touser = touserIn(record);
  if (end === -1 || touser === '') throw new Error('a record without its recipients');
  let recipients: readonly string[] | undefined;
  return {
    id,
    ...entry,
    get recipients() {
      return (recipients ??= touser.split(between));
    },
  } as OutboxEntry;
}

/** The recipients in a record, as a request to WeCom names them. */
export function touserIn(record: string): string {
  return record.slice(record.indexOf('\n') + 1);
}

/** What no userid may contain: it stands between them. */
export const between = '|';

const addressedKinds: ReadonlySet<OutboxEntry['kind']> = new Set(['send', 'upload', 'update']);

const usual = 'notice' satisfies Urgency;

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
    urgency: z.enum(urgencies).default(usual),
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
    order,
    after: z.string().optional(),
  }),
  z.object({
    kind: z.literal('update'),
    responseCode: z.string().min(1),
    update: payload<CardUpdate>(),
  }),
]);
