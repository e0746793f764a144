import { parseArgs } from 'node:util';

export interface ImportRequest {
  /** The file with questions. */
  readonly file: string;
  readonly dryRun: boolean;
  /** The bank file they go into, as typed. */
  readonly to?: string;
}

/** Reads the words behind `import`; undefined when they are not understood. */
export function importRequest(words: readonly string[]): ImportRequest | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { 'dry-run': { type: 'boolean' }, to: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...surplus] = positionals;
    if (file === undefined || surplus.length > 0) return undefined;
    return {
      file,
      dryRun: values['dry-run'] ?? false,
      ...(values.to === undefined ? {} : { to: values.to }),
    };
  } catch {
    return undefined;
  }
}
