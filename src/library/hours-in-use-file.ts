import { inUseValues } from './hours-values.ts';
import { errorAt, type ProblemInFile } from './problem.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** The presets that are in use here, and what is wrong with the list. */
export interface InUseFile {
  readonly ids: readonly string[];
  readonly problems: readonly ProblemInFile[];
}

/** Reads `hours/in-use.yaml`. `known` are the presets there are. One wrong name does not keep out the others. */
export function readInUseFile(text: string, known: readonly string[]): InUseFile {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { ids: [], problems: source.problems };
  const values = validateYaml(inUseValues, source.value);
  if (values.problems !== undefined) return { ids: [], problems: values.problems };

  const { use } = values.value;
  const problems = use.flatMap((id, index) =>
    known.includes(id) ? [] : [errorAt(source.value.lineOf(['use', index]), unknown(id, known))],
  );
  return { ids: use, problems };
}

function unknown(id: string, known: readonly string[]): string {
  return `presets 里没有可以用的 ${id}.yaml。可以写的有：${known.join('、')}。`;
}
