import { errorAt, type ProblemInFile } from './problem.ts';
import type { Read } from './flow-words.ts';
import type { YamlSource } from './yaml-source.ts';

/**
 * Reads the parts of one flow file and gathers everything that is wrong with them, each on its line, so
 * that an editor sees all of it at once. A part that was wrong is left out.
 */
export interface FlowReading {
  readonly problems: readonly ProblemInFile[];
  report(line: number, what: string): void;
  /** The meaning of a phrase that stands at `path`. */
  phrase<Value>(source: YamlSource, path: readonly PropertyKey[], read: Read<Value>): Value | undefined;
}

export function createFlowReading(): FlowReading {
  const problems: ProblemInFile[] = [];
  const report = (line: number, what: string): void => void problems.push(errorAt(line, what));

  return {
    problems,
    report,
    phrase(source, path, read) {
      if (read.wrong === undefined) return read.value;
      report(source.lineOf(path), read.wrong);
      return undefined;
    },
  };
}
