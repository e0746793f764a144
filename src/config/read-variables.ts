import { readFileSync } from 'node:fs';
import type * as z from 'zod';

/** Environment variables as a process has them; an empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Either every value, or every problem as a sentence that begins with the variable's name. */
export type ReadVariables<Values> = { readonly values: Values } | { readonly problems: readonly string[] };

/**
 * Reads the variables of `schema` from the environment. A variable listed in `fromFile` may be given
 * as `NAME_FILE` instead, the path of a file that holds its value.
 */
export function readVariables<Shape extends z.ZodRawShape>(
  environment: Environment,
  schema: z.ZodObject<Shape>,
  fromFile: readonly string[],
): ReadVariables<z.output<z.ZodObject<Shape>>> {
  const names = Object.keys(schema.shape);
  const found = new Map(
    names.map((name) => [
      name,
      fromFile.includes(name) ? lookUp(environment, name) : { value: set(environment[name]) },
    ]),
  );
  const { data, error } = schema.safeParse(
    Object.fromEntries(names.map((name) => [name, found.get(name)?.value])),
  );

  const problems = names.flatMap((name) => {
    const problem = found.get(name)?.problem;
    if (problem !== undefined) return [problem];
    const issues = error?.issues.filter(({ path }) => path[0] === name) ?? [];
    return [...new Set(issues.map(({ message }) => `${name}：${message}。`))];
  });
  return data === undefined || problems.length > 0 ? { problems } : { values: data };
}

interface Found {
  readonly value?: string | undefined;
  readonly problem?: string;
}

function lookUp(environment: Environment, name: string): Found {
  const value = set(environment[name]);
  const file = set(environment[`${name}_FILE`]);
  if (file === undefined) return { value };
  if (value !== undefined) return { problem: `${name}：和 ${name}_FILE 同时设置了，请只留一个。` };
  const held = set(contents(file));
  return held === undefined
    ? { problem: `${name}_FILE：文件 ${file} 不存在、读不了或是空的。` }
    : { value: held };
}

function set(text: string | undefined): string | undefined {
  const value = text?.trim();
  return value === '' ? undefined : value;
}

function contents(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
