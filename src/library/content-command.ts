import type { LocalDate } from '../time/local-date.ts';
import type { CommandResult } from './command-result.ts';
import { checkContent } from './content-check.ts';
import { contentUsage } from './content-usage.ts';

/** `npm run content -- check [DIR]`; anything else is answered with how to write it. */
export async function runContentCommand(
  words: readonly string[],
  defaultDirectory: string,
  today: LocalDate,
  commandWords: readonly string[] = [],
): Promise<CommandResult> {
  const [verb, directory = defaultDirectory, ...surplus] = words;
  if (verb !== 'check' || surplus.length > 0) return { lines: contentUsage, exitCode: 2 };
  return checkContent(directory, today, commandWords);
}
