import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../errors.ts';

/** Where imported questions go. */
export interface ImportTarget {
  /** On disk. */
  readonly path: string;
  /** Name without folder and ending, such as `党费`. */
  readonly name: string;
}

/**
 * The bank file named with `--to`, a path or a bare name, else one named like the imported file. Throws a
 * Refusal for anything but a `.yaml` file of the bank.
 */
export function importTarget(contentFolder: string, file: string, to: string | undefined): ImportTarget {
  const bank = join(contentFolder, 'quiz');
  const fileName = `${withoutEnding(basename(file)).replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}.yaml`;
  const path = to === undefined || basename(to) === to ? join(bank, to ?? fileName) : to;
  const isInBank = resolve(dirname(path)) === resolve(bank);
  if (!isInBank || !/^[\p{L}\p{N}].*\.ya?ml$/iu.test(basename(path))) {
    throw new Refusal(`题目要写进 ${bank} 里的 .yaml 文件，例如：--to ${join(bank, '党费.yaml')}`);
  }
  return { path, name: withoutEnding(basename(path)) };
}

function withoutEnding(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
