import type { z } from 'zod';
import { WecomError } from './errors.ts';
import type { ApiAnswer } from './transport.ts';

/** Reads what an accepted call has to answer. Rejects, like other nonsense of a server, as errcode −1. */
export function readAnswer<Schema extends z.ZodType>(
  api: string,
  schema: Schema,
  answer: ApiAnswer,
): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join('.') ?? '';
  throw new WecomError({ api, errcode: -1, errmsg: `the answer has no proper ${path}` });
}
