import * as z from 'zod';

/** The structure of `message/update_template_card` (protocol §4.4). */
export const updateRequestSchema = z.strictObject({
  userids: z.array(z.string()).optional(),
  partyids: z.array(z.int()).optional(),
  tagids: z.array(z.int()).optional(),
  atall: z.literal([0, 1]).optional(),
  agentid: z.int().optional(),
  response_code: z.string().optional(),
  enable_id_trans: z.literal([0, 1]).optional(),
  button: z.strictObject({ replace_name: z.string().optional() }).optional(),
  template_card: z.unknown().optional(),
});
