import type { Context } from 'koa';
import getRawBody from 'raw-body';
import type * as z from 'zod';

import { refuseRequest } from './refuse-request.ts';

const LARGEST_BODY = 64 * 1024;

/**
 * Reads a request of the page. Answers 415 to anything but JSON, which no foreign site can post
 * without asking first, and 400 to what does not fit.
 */
export async function readJson<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!context.is('application/json')) refuseRequest(context, 415, '只接受 JSON');

  const raw = await getRawBody(context.req, { limit: LARGEST_BODY, encoding: 'utf8' });
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    refuseRequest(context, 400, '内容不是 JSON');
  }

  const read = schema.safeParse(value);
  if (!read.success) refuseRequest(context, 400, `内容不对：${read.error.issues[0]?.path.join('.') ?? ''}`);
  return read.data;
}
