/** What checks a stored value: a zod schema is one. */
export interface StoredForm<Value> {
  safeParse(value: unknown): { readonly data?: Value | undefined };
}

/** What a stored JSON text holds, checked; `undefined` when it is not there, or damaged. */
export function readStored<Value>(
  form: StoredForm<Value>,
  text: string | null | undefined,
): Value | undefined {
  if (text == null) return undefined;
  try {
    return form.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
