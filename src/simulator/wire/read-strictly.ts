import type * as z from 'zod';

import { refuse } from '../rules/api-refusal.ts';
import type { Report } from '../rules/report.ts';

/**
 * Checks the structure of a parsed JSON value. Fields nobody documents are what WeCom ignores: they
 * are reported and dropped. Everything else that does not fit is refused, with 40035 where a list or
 * an object is something else and 40058 otherwise (protocol §7.1, row H), or with the number given
 * in `errcodes` for that path.
 */
export function readStrictly<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  report: Report,
  errcodes: Readonly<Record<string, number>> = {},
): z.output<Schema> {
  const copy: unknown = structuredClone(value);

  const first = schema.safeParse(copy);
  if (first.success) return first.data;

  for (const issue of first.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      report.violation('unknown-field', `没有这个字段：${pathText([...issue.path, key])}`);
      dropKey(copy, issue.path, key);
    }
  }

  const second = schema.safeParse(copy);
  if (second.success) return second.data;

  const [issue] = second.error.issues;
  const path = pathText(issue?.path ?? []);
  const misbuilt =
    issue?.code === 'invalid_type' && (issue.expected === 'array' || issue.expected === 'object');
  return refuse(errcodes[path] ?? (misbuilt ? 40035 : 40058), `invalid ${path}: ${issue?.message ?? ''}`);
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function dropKey(root: unknown, path: readonly PropertyKey[], key: string): void {
  let holder: unknown = root;
  for (const step of path) {
    if (typeof holder !== 'object' || holder === null) return;
    holder = Reflect.get(holder, step);
  }
  if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, key);
}
