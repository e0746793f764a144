import type * as z from 'zod';

/** What a stored JSON text holds, checked; `undefined` when it is damaged. */
export function readStored<Form extends z.ZodType>(form: Form, text: string): z.output<Form> | undefined {
  try {
    return form.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
