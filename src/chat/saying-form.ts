import * as z from 'zod';
import type { Seal } from '../redis/seal.ts';
import { normalise } from './normalise.ts';
import type { Command } from './command.ts';
import type { Act, Saying } from './saying.ts';
import type { SentThing } from './sent-thing.ts';

/** How sayings are written down while their turn is open. */
export interface SayingForm {
  write(saying: Saying): string;
  /** `undefined` for what another version of the service, or one with other secrets, wrote. */
  read(stored: string): Saying | undefined;
}

/** As JSON that whoever sees the store can read. */
export const plainSayings: SayingForm = { write: (saying) => JSON.stringify(saying), read: readJson };

/** What of a command tells whether it is one that a text was meant for. */
type SpokenCommand = Pick<Command, 'names' | 'confidential'>;

/**
 * As JSON, but sealed when it begins with one of these words: what is typed or tapped with them must not
 * stand next to its author's name even in the log of the store. The same goes for every other short text: a bare
 * letter, or the words of a button, may answer what was asked confidentially.
 */
export function confidentialSayings(commands: readonly SpokenCommand[], seal: Seal): SayingForm {
  const openings = commands.flatMap(({ names, confidential }) => (confidential ? names.map(normalise) : []));
  const others = new Set(
    commands.flatMap(({ names, confidential }) => (confidential ? [] : names.map(normalise))),
  );
  const isConfidential = ({ act }: Saying): boolean => {
    const line = lineOf(act);
    if (line === undefined) return false;
    const normal = normalise(line);
    if (openings.some((word) => normal.startsWith(word))) return true;
    return normal.length <= longestBareAnswer && !others.has(normal);
  };

  return {
    write(saying) {
      const plain = plainSayings.write(saying);
      return isConfidential(saying) ? seal.seal(padded(plain)) : plain;
    },
    read: (stored) => readJson(stored.startsWith('{') ? stored : (seal.open(stored) ?? '')),
  };
}

/** No answer without its command is longer: a choice of a survey, or its letters with commas. In characters. */
export const longestBareAnswer = 16;

/** What is sealed must not tell 满意 from 不满意 by its length. JSON does not mind blanks at its end. */
function padded(plain: string): string {
  const bytes = Buffer.byteLength(plain);
  return plain + ' '.repeat(Math.ceil(bytes / sealedStep) * sealedStep - bytes);
}

/** In bytes; a short saying takes less than the half of it. */
const sealedStep = 512;

function lineOf(act: Act): string | undefined {
  if (act.kind === 'typed') return act.text;
  return act.kind === 'tapped' || act.kind === 'chose' ? act.line : undefined;
}

function readJson(stored: string): Saying | undefined {
  try {
    return sayingForm.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

const thingForm: z.ZodType<SentThing> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['image', 'file']), mediaId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('link'), url: z.string(), title: z.string() }),
]);

const sayingForm: z.ZodType<Saying> = z.object({
  identity: z.string(),
  from: z.string(),
  createdAt: z.number(),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('typed'), text: z.string() }),
    z.object({ kind: z.literal('tapped'), line: z.string(), responseCode: z.string() }),
    z.object({ kind: z.literal('chose'), line: z.string() }),
    z.object({ kind: z.literal('entered') }),
    z.object({ kind: z.literal('sent'), what: z.string(), thing: thingForm.exactOptional() }),
  ]),
});
