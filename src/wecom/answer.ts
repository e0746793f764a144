import type * as z from 'zod';
import { WecomError } from './errors.ts';
import type { ApiAnswer } from './transport.ts';

/**
 * Reads the answer of a call that asked for something and changed nothing. Throws a WecomError for
 * nonsense, with errcode −1 like for every other failure of a server.
 */
export function readAnswer<Schema extends z.ZodType>(
  api: string,
  schema: Schema,
  answer: ApiAnswer,
): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join('.') ?? '';
  throw new WecomError({
    api,
    errcode: -1,
    errmsg: `the answer has no proper ${path}`,
    mayHaveArrived: false,
  });
}
