import * as z from 'zod';

import { templateCardSchema } from '../wire/template-card.ts';

const article = z.strictObject({
  title: z.string(),
  description: z.string(),
  url: z.string(),
});

/** `size` in bytes. */
const attachment = { mediaId: z.string(), name: z.string() };

/** A template card and its buttons' state. */
export const cardContentSchema = z.strictObject({
  kind: z.literal('card'),
  card: templateCardSchema,
  /** The grey caption that stands where the buttons were; null while they can be tapped. */
  replaced: z.string().nullable(),
});

/** What a message consists of, in the words of the phone rather than of the wire. */
export const messageContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('markdown'), markdown: z.string() }),
  z.strictObject({ kind: z.literal('image'), ...attachment }),
  z.strictObject({ kind: z.literal('voice'), ...attachment }),
  z.strictObject({ kind: z.literal('video'), ...attachment, title: z.string(), description: z.string() }),
  z.strictObject({ kind: z.literal('file'), ...attachment, size: z.number() }),
  z.strictObject({
    kind: z.literal('location'),
    label: z.string(),
    latitude: z.number(),
    longitude: z.number(),
  }),
  z.strictObject({ kind: z.literal('link'), title: z.string(), description: z.string(), url: z.string() }),
  z.strictObject({
    kind: z.literal('textcard'),
    title: z.string(),
    description: z.string(),
    url: z.string(),
    button: z.string(),
  }),
  z.strictObject({ kind: z.literal('news'), articles: z.array(article) }),
  cardContentSchema,
]);

export type MessageContent = z.infer<typeof messageContentSchema>;
export type CardContent = z.infer<typeof cardContentSchema>;

/** One message as a certain person's phone shows it now. */
export interface ShownMessage {
  readonly id: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly from: 'person' | 'bot';
  readonly content: MessageContent;
  /** Everything one can read on it, line by line. */
  readonly text: string;
}
