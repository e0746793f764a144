import { z } from 'zod';
import { parseLocalDate } from '../time/local-date.ts';
import { lengthOf } from './summary.ts';

/**
 * The kinds of value that content files are made of. Every message says what is wrong and shows a
 * correct line, because it is read by editors.
 */

/** One line of text. `example` is a correct line, such as `title: 三会一课各是什么`. */
export function text(name: string, example: string, longest: number) {
  const wanted = `请写 ${name}，例如：${example}`;
  return z
    .string({ error: (issue) => (issue.input === undefined ? `缺少 ${name}，例如：${example}` : wanted) })
    .trim()
    .min(1, wanted)
    .refine((value) => lengthOf(value) <= longest, {
      error: (issue) => `${name} 有 ${lengthOf(String(issue.input))} 个字，最多 ${longest} 个。`,
    });
}

/** A day that exists, written `2026-11-20`. */
export function date(name: string) {
  return z
    .string({ error: `${name} 要写成一个日期，例如：${name}: 2026-11-20` })
    .transform((value, context) => {
      const day = parseLocalDate(value.trim());
      if (day !== undefined) return day;

      const what = /^\d{4}-\d{2}-\d{2}$/.test(value.trim())
        ? `没有 ${value.trim()} 这一天，请核对。`
        : `“${value}”不是日期，要写成 2026-11-20 这样。`;
      context.addIssue({ code: 'custom', message: what });
      return z.NEVER;
    });
}

/** A whole number in a range. */
export function wholeNumber(name: string, least: number, most: number) {
  const example = `例如：${name}: ${Math.min(least + 1, most)}`;
  const wanted = `${name} 要写 ${least} 到 ${most} 的整数，${example}`;
  return z
    .string({ error: (issue) => (issue.input === undefined ? `缺少 ${name}，${example}` : wanted) })
    .trim()
    .regex(/^\d{1,9}$/, wanted)
    .transform(Number)
    .refine((value) => value >= least && value <= most, wanted);
}
