import { closest, distance } from 'fastest-levenshtein';
import type * as z from 'zod';
import { errorAt, type Checked } from './problem.ts';
import type { YamlSource } from './yaml-source.ts';

/**
 * Checks YAML against a schema and returns its value, or all problems, each on its own line. Schemas
 * word their messages for editors; keys that do not exist are explained here, with the one probably meant.
 */
export function validateYaml<Schema extends z.ZodObject>(
  schema: Schema,
  source: YamlSource,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(source.value ?? {});
  if (result.success) return { value: result.data };

  const knownKeys = Object.keys(schema.shape);
  const problems = result.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [errorAt(source.lineOf(issue.path), issue.message)];
    return issue.keys.map((key) => errorAt(source.lineOfKey(issue.path, key), unknownKey(key, knownKeys)));
  });
  return { problems };
}

function unknownKey(key: string, knownKeys: string[]): string {
  const nearest = closest(key, knownKeys);
  if (distance(key, nearest) <= 2) return `没有“${key}”这一项，是不是“${nearest}”？`;
  return `没有“${key}”这一项，可以写的有：${knownKeys.join('、')}。`;
}
