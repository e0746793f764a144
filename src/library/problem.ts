/** Something an editor should look at in a content file. */
export interface Problem {
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and how it is written right: Chinese, for a person who is no programmer. */
  readonly what: string;
  /** `error`: the piece concerned is left out. `advice`: it is used as it is. */
  readonly weight: 'error' | 'advice';
}

/** A problem whose file is clear from where it is found. */
export type ProblemInFile = Omit<Problem, 'file'>;

/** Takes the problems of a file as they are found, so that all of them are told at once. */
export type Report = (file: string, problems: readonly ProblemInFile[]) => void;

/** What was read, or everything that keeps it from being used. */
export type Checked<Value> =
  | { readonly value: Value; readonly problems?: undefined }
  | { readonly problems: readonly ProblemInFile[] };

export function errorAt(line: number, what: string): ProblemInFile {
  return { line, what, weight: 'error' };
}

export function adviceAt(line: number, what: string): ProblemInFile {
  return { line, what, weight: 'advice' };
}
