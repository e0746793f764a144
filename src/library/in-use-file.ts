import * as z from 'zod';
import { errorAt, type ProblemInFile } from './problem.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** The presets that are in use here, and what is wrong with the list. */
export interface InUseFile {
  readonly ids: readonly string[];
  readonly problems: readonly ProblemInFile[];
}

/** Reads an `in-use.yaml`. `known` are the presets there are. One wrong name does not keep out the others. */
export function readInUseFile(text: string, known: readonly string[]): InUseFile {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { ids: [], problems: source.problems };
  const values = validateYaml(inUseValues, source.value);
  if (values.problems !== undefined) return { ids: [], problems: values.problems };

  const { use } = values.value;
  const problems = use.flatMap((id, index) =>
    known.includes(id) ? [] : [errorAt(source.value.lineOf(['use', index]), unknown(id, known))],
  );
  return { ids: use.filter((id) => known.includes(id)), problems };
}

const inUseValues = z.strictObject(
  {
    use: z.array(z.string().trim(), {
      error: 'use 要写在方括号里，例如：use: [danyang2020]；都不用写 use: []',
    }),
  },
  { error: '文件里只写一行 use，例如：use: []' },
);

function unknown(id: string, known: readonly string[]): string {
  return `presets 里没有可以用的 ${id}.yaml。可以写的有：${known.join('、')}。`;
}
