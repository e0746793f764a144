import * as z from 'zod';

import { menuSchema } from '../wire/menu.ts';
import { cardContentSchema, messageContentSchema } from './shown-message.ts';
import type { Corp } from './corp.ts';

const instant = z.number();

/** Everything a restart of the demo keeps. A change that old files do not fit is a new version. */
export const savedStateSchema = z.strictObject({
  version: z.literal(1),
  clockOffset: z.number(),
  conversations: z.strictObject({
    messages: z.array(
      z.strictObject({
        id: z.string(),
        at: instant,
        from: z.enum(['person', 'bot']),
        content: messageContentSchema,
      }),
    ),
    phones: z.record(
      z.string(),
      z.array(z.strictObject({ messageId: z.string(), card: cardContentSchema.optional() })),
    ),
  }),
  tokens: z.array(
    z.strictObject({
      token: z.string(),
      expiresAt: instant,
      revokedAs: z.literal([42001, 40014]).exactOptional(),
    }),
  ),
  cards: z.strictObject({
    taskIds: z.array(z.string()),
    codes: z.array(
      z.strictObject({ code: z.string(), messageId: z.string(), expiresAt: instant, used: z.boolean() }),
    ),
  }),
  duplicates: z.array(
    z.strictObject({ hash: z.string(), until: instant, answer: z.record(z.string(), z.unknown()) }),
  ),
  media: z.array(
    z.strictObject({
      id: z.string(),
      type: z.enum(['image', 'voice', 'video', 'file']),
      name: z.string(),
      size: z.number(),
      createdAt: instant,
    }),
  ),
  agent: z.strictObject({
    name: z.string(),
    description: z.string(),
    redirect_domain: z.string(),
    report_location_flag: z.literal([0, 1]),
    isreportenter: z.literal([0, 1]),
    home_url: z.string(),
  }),
  menu: menuSchema.nullable(),
  reaches: z.record(z.string(), z.enum(['visible', 'invisible', 'disabled', 'unlicensed'])),
});

export type SavedState = z.infer<typeof savedStateSchema>;

/** What there is to keep now. */
export function stateOf(corp: Corp): SavedState {
  const { messages, phones } = corp.conversations.save();
  const { taskIds, codes } = corp.cards.save();

  return {
    version: 1,
    clockOffset: corp.clock.offset(),
    conversations: { messages, phones },
    tokens: [...corp.tokens.save()],
    cards: { taskIds: [...taskIds], codes: [...codes] },
    duplicates: [...corp.duplicates.save()],
    media: [...corp.media.save()],
    agent: corp.agent,
    menu: corp.menu,
    reaches: corp.people.exceptions(),
  };
}
