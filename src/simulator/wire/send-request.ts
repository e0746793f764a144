import * as z from 'zod';

const text = z.string().optional();
const flag = z.literal([0, 1]).optional();
const media = z.strictObject({ media_id: text }).optional();

/** The envelope around every message (protocol §4.2), without the payload under the type's own key. */
const envelope = {
  touser: text,
  toparty: text,
  totag: text,
  agentid: z.int().optional(),
  safe: z.literal([0, 1, 2]).optional(),
  enable_id_trans: flag,
  enable_duplicate_check: flag,
  duplicate_check_interval: z.int().optional(),
};

/** The structure of `message/send` (protocol §4.2.1). The card inside has a schema of its own. */
export const sendRequestSchema = z.discriminatedUnion('msgtype', [
  z.strictObject({
    ...envelope,
    msgtype: z.literal('text'),
    text: z.strictObject({ content: text }).optional(),
  }),
  z.strictObject({ ...envelope, msgtype: z.literal('image'), image: media }),
  z.strictObject({ ...envelope, msgtype: z.literal('voice'), voice: media }),
  z.strictObject({ ...envelope, msgtype: z.literal('file'), file: media }),
  z.strictObject({
    ...envelope,
    msgtype: z.literal('video'),
    video: z.strictObject({ media_id: text, title: text, description: text }).optional(),
  }),
  z.strictObject({
    ...envelope,
    msgtype: z.literal('textcard'),
    textcard: z.strictObject({ title: text, description: text, url: text, btntxt: text }).optional(),
  }),
  z.strictObject({
    ...envelope,
    msgtype: z.literal('news'),
    news: z
      .strictObject({
        articles: z
          .array(
            z.strictObject({
              title: text,
              description: text,
              url: text,
              picurl: text,
              appid: text,
              pagepath: text,
            }),
          )
          .optional(),
      })
      .optional(),
  }),
  z.strictObject({
    ...envelope,
    msgtype: z.literal('markdown'),
    markdown: z.strictObject({ content: text }).optional(),
  }),
  z.strictObject({
    ...envelope,
    msgtype: z.literal('template_card'),
    template_card: z.unknown().optional(),
  }),
]);

export type SendRequest = z.infer<typeof sendRequestSchema>;
export type MessageType = SendRequest['msgtype'];
