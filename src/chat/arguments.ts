import * as z from 'zod';
import { normalise } from './normalise.ts';

/** One word, normalised: an organisation, a choice, a name. */
export const word = (): z.ZodPipe<z.ZodString, z.ZodTransform<string, string>> =>
  z.string().transform((text) => normalise(text));

/** One word exactly as it was typed. */
export const shortText = (): z.ZodString => z.string();

/** A short number, as lists show it. `1`, `１` and `1号` are the same. */
export const shortNumber = (): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> =>
  z.string().transform((text, context) => {
    const digits = /^#?([1-9]\d{0,8})号?$/.exec(normalise(text))?.[1];
    if (digits !== undefined) return Number(digits);
    context.addIssue({ code: 'custom', message: '应当是编号，例如 1' });
    return z.NEVER;
  });

/** The id of a piece of content, in lower case. */
export const contentId = () =>
  z
    .string()
    .transform((text) => normalise(text))
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/, { error: '应当是内容代号，例如 k01' }));

/** The rest of the line exactly as it was typed, blanks and line breaks included. */
export const freeText = (): z.ZodString => z.string().meta({ rest: true });

/** One of a few words. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .string()
    .transform((text) => normalise(text))
    .pipe(z.enum(words, { error: `应当是：${words.join('、')}` }));

/** Marks an argument that only button lines carry: nobody is told to type it. */
export const onButtons = { onButtons: true } as const;

/** Label, need and form of one argument, read back from a command's `args`. */
export interface ArgumentForm {
  readonly key: string;
  readonly label: string;
  readonly optional: boolean;
  /** Takes the rest of the line. */
  readonly rest: boolean;
  /** Only button lines carry it. */
  readonly onButtons: boolean;
}

/** The arguments of a command in word order. */
export function argumentForms(args: z.ZodObject): readonly ArgumentForm[] {
  const known = forms.get(args);
  if (known) return known;
  const made = Object.entries(args.shape).map(([key, field]) => formOf(key, field as z.ZodType));
  forms.set(args, made);
  return made;
}

const forms = new WeakMap<z.ZodObject, readonly ArgumentForm[]>();

function formOf(key: string, field: z.ZodType): ArgumentForm {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  const label = field.description ?? inner.description;
  if (label === undefined) throw new Error(`the argument ${key} has no label: add .describe('…')`);
  const rest = field.meta()?.['rest'] === true || inner.meta()?.['rest'] === true;
  return {
    key,
    label,
    optional: field instanceof z.ZodOptional,
    rest,
    onButtons: field.meta()?.['onButtons'] === true,
  };
}
