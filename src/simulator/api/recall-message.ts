import * as z from 'zod';

import { refuse } from '../rules/api-refusal.ts';
import { requireText } from '../rules/require.ts';
import { readStrictly } from '../wire/read-strictly.ts';
import { fields } from './api.ts';
import type { Api } from './api.ts';

/** Protocol §4.5. */
const RECALLABLE_MS = 24 * 60 * 60 * 1000;

const requestSchema = z.strictObject({ msgid: z.string().optional() });

/** Protocol §4.5. */
export const recallMessage: Api = {
  name: 'message/recall',
  method: 'POST',
  needsToken: true,

  answer({ json, report }, { clock, conversations }) {
    const request = readStrictly(requestSchema, json(), report);
    const id = requireText(request.msgid, 'msgid', 40063);

    const message = conversations.find(id);
    if (message?.from !== 'bot') return refuse(40058, 'invalid msgid');
    if (clock.now() >= message.at + RECALLABLE_MS) refuse(42052, 'the message is older than 24 hours');

    conversations.remove(id);
    return fields({});
  },
};
