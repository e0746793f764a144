import * as z from 'zod';
import { audienceAtStart } from '../roster/audience-words.ts';
import { normalise } from './normalise.ts';

/** One word, normalised: an organisation, a choice, a name. */
export const word = (): z.ZodPipe<z.ZodString, z.ZodTransform<string, string>> =>
  z.string().transform((text) => normalise(text));

/** One word exactly as it was typed. */
export const shortText = (): z.ZodString => z.string();

/** A short number, as lists show it. `1`, `１`, `1号`, `第1号` and `通知 1` are the same. */
export const shortNumber = () =>
  z
    .string()
    .transform((text, context) => {
      const digits = wholeNumber.exec(normalise(text).replace(/[\s\p{P}]+$/u, ''))?.[1];
      if (digits !== undefined) return Number(digits);
      context.addIssue({ code: 'custom', message: '应当是编号' });
      return z.NEVER;
    })
    .meta({ extent: 'number' });

/** What things with numbers are called may stand before the number. */
const number = String.raw`^(?:(?:通知|会议|任务|事项|测试|测评|竞赛|挑战|第|#)\s*)*([1-9]\d{0,8})(?!\d)号?`;
const numberAtStart = new RegExp(number, 'u');
const wholeNumber = new RegExp(`${number}$`, 'u');

/** A calendar year of this service: `2026`, `2026年`. */
export const calendarYear = (): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> =>
  z.string().transform((text, context) => {
    const digits = /^(20\d{2})年?$/.exec(normalise(text))?.[1];
    if (digits !== undefined) return Number(digits);
    context.addIssue({ code: 'custom', message: '应当是年份' });
    return z.NEVER;
  });

/** The id of a piece of content, in lower case. */
export const contentId = () =>
  z
    .string()
    .transform((text) => normalise(text))
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9_.-]*$/, { error: '应当是内容代号' }));

/** The rest of the line exactly as it was typed, blanks and line breaks included. */
export const freeText = (): z.ZodString => z.string().meta({ extent: 'rest' });

/** Who is meant, as it was typed, with the blanks in it: `@机关党委, #青年 除 @机关一支部`. */
export const whom = (): z.ZodString => z.string().meta({ extent: 'audience' });

/** One of a few words. */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .string()
    .transform((text) => normalise(text))
    .pipe(z.enum(words, { error: `应当是：${words.join('、')}` }))
    .meta({ choices: words });

/**
 * The one word that tells commands of one name apart: 导出 名册, 导出 回执 3. No blank is needed after it.
 * Some say it otherwise: 学时 本支部.
 */
export const fixed = <const Word extends string>(only: Word, ...others: readonly string[]) =>
  choice([only, ...others])
    .describe(only)
    .meta({ fixed: only });

/** Marks an argument that only button lines carry: nobody is told to type it. */
export const onButtons = { onButtons: true } as const;

/** Marks an argument that the command asks for when it is left out. */
export const askedFor = { askedFor: true } as const;

/** Marks a number that may be left out where only one can be meant, also in front of a text: 退回 还缺一份. */
export const onlyOne = { onlyOne: true } as const;

/** Marks a word that is known by its form, so that it may stand anywhere on the line: `10题`, `11-18`. */
export const knownBy = (isKnown: (word: string) => boolean) => ({ isKnown });

/** Label, need and form of one argument, read back from a command's `args`. */
export interface ArgumentForm {
  readonly key: string;
  readonly label: string;
  readonly optional: boolean;
  /** How much of what is left of the line it takes. */
  readonly extent: 'word' | 'number' | 'audience' | 'rest';
  /** A number in the place of which the text behind it may stand. */
  readonly onlyOne: boolean;
  /** Only button lines carry it. */
  readonly onButtons: boolean;
  /** The command asks for it when it is left out. */
  readonly askedFor: boolean;
  /** Tells its word wherever it stands; absent for what is known by its place only. */
  readonly isKnown: ((word: string) => boolean) | undefined;
  /** The only word it may be. */
  readonly fixed: string | undefined;
  /** The words it may be. */
  readonly choices: readonly string[];
}

/** The arguments of a command in word order. */
export function argumentForms(args: z.ZodObject): readonly ArgumentForm[] {
  const known = forms.get(args);
  if (known) return known;
  const made = Object.entries(args.shape).map(([key, field]) => formOf(key, field as z.ZodType));
  forms.set(args, made);
  return made;
}

/**
 * The words of the line, which has no blanks at its ends, that this argument takes. `last`: none comes after
 * it; else a number needs no blank behind it: 准假 2林晓棠.
 */
export function wordsFor(
  { extent, fixed: only, choices }: ArgumentForm,
  line: string,
  place: 'last' | 'inner',
): string {
  if (extent === 'rest') return line;
  if (only !== undefined && line.startsWith(only)) return only;
  // 提醒测试1 is 提醒 测试 1.
  const chosen = choices.find((one) => line.startsWith(one) && /^\d/u.test(line.slice(one.length)));
  if (chosen !== undefined) return chosen;
  const firstWord = /^\S+/u.exec(line)?.[0] ?? '';
  if (extent === 'number') {
    const said = numberAtStart.exec(line.normalize('NFKC'))?.[0] ?? '';
    const isWhole = place === 'inner' || /^(?:\s|$)/u.test(line.slice(said.length));
    return said !== '' && isWhole ? line.slice(0, said.length) : firstWord;
  }
  // What cannot be an audience is refused as one, in its own words.
  return extent === 'audience' ? audienceAtStart(line) || firstWord : firstWord;
}

const forms = new WeakMap<z.ZodObject, readonly ArgumentForm[]>();

function formOf(key: string, field: z.ZodType): ArgumentForm {
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field;
  const label = field.description ?? inner.description;
  if (label === undefined) throw new Error(`the argument ${key} has no label: add .describe('…')`);
  const extent = field.meta()?.['extent'] ?? inner.meta()?.['extent'];
  const only = field.meta()?.['fixed'];
  const choices = (field.meta()?.['choices'] ?? inner.meta()?.['choices']) as readonly string[] | undefined;
  return {
    key,
    label,
    optional: field instanceof z.ZodOptional,
    extent: extent === 'rest' || extent === 'audience' || extent === 'number' ? extent : 'word',
    onlyOne: field.meta()?.['onlyOne'] === true,
    onButtons: field.meta()?.['onButtons'] === true,
    askedFor: field.meta()?.['askedFor'] === true,
    isKnown: field.meta()?.['isKnown'] as ArgumentForm['isKnown'],
    fixed: typeof only === 'string' ? only : undefined,
    choices: choices ?? [],
  };
}
