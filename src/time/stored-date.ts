import * as z from 'zod';
import { parseLocalDate } from './local-date.ts';

/** A day as stores keep it in JSON, `2026-11-20`. */
export const storedDate = z.string().transform((text, context) => {
  const date = parseLocalDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'not a day' });
  return z.NEVER;
});
