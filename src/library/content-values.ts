import * as z from 'zod';
import { parseLocalDate } from '../time/local-date.ts';
import { lengthOf } from './summary.ts';

/**
 * The kinds of value that content files are made of. Every message says what is wrong and shows a
 * correct line, because it is read by editors.
 */

/** One line of text. `example` is a correct line, such as `title: 三会一课各是什么`. */
export function text(name: string, example: string, longest: number) {
  const wanted = `请写${behindChinese(name)}，例如：${example}`;
  const missing = `缺少${behindChinese(name)}，例如：${example}`;
  return z
    .string({ error: (issue) => (issue.input === undefined ? missing : wanted) })
    .trim()
    .min(1, wanted)
    .refine((value) => lengthOf(value) <= longest, {
      error: (issue) =>
        `${beforeChinese(name)}有 ${lengthOf(String(issue.input))} 个字，最多 ${longest} 个。`,
    });
}

/** Text that goes into a message as it stands: without line breaks, signs nobody sees, or what ends a CDATA. */
export function messageText(name: string, example: string, longest: number) {
  return text(name, example, longest)
    .refine((value) => !/[\r\n]/.test(value), `${beforeChinese(name)}要写成一段，中间不换行。`)
    .refine(
      (value) => !hasStrangeSigns(value),
      `${beforeChinese(name)}里有看不见的字符或者乱码，请重新输入。`,
    )
    .refine((value) => !value.includes(']]>'), `${beforeChinese(name)}里有 ]]>，消息会从那里断开，请去掉。`);
}

/** Control characters, zero-width ones, and what decoders put in place of what they could not read. */
function hasStrangeSigns(value: string): boolean {
  return /[\p{C}\uFFFD]/u.test(value.replaceAll(/[\r\n]/g, ''));
}

/** What something is known by for ever; also part of keys and of the command lines of buttons. */
export function identifier(name: string, example: string) {
  return text(name, example, 40).regex(
    /^[A-Za-z0-9_-]+$/,
    `${name} 只用英文字母、数字、- 和 _，例如：${example}`,
  );
}

export const tag = z
  .string({ error: '每个标签都是几个字，例如：tags: [换届, 党费]' })
  .trim()
  .regex(/^[^\s#，、；]{1,12}$/u, '标签是 1 到 12 个字，用英文逗号分开，不带 #，例如：tags: [换届, 党费]');

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

/**
 * For a rule about two days: it is asked when both are days, also when another line is wrong, so that
 * everything is told in one run.
 */
export function whenDates(...names: readonly string[]) {
  return ({ value }: { readonly value: unknown }): boolean => {
    const days = value as Readonly<Record<string, unknown>>;
    return names.every((name) => typeof days[name] === 'string' && parseLocalDate(days[name]) !== undefined);
  };
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

/** A blank stands between Chinese and Latin words only. */
function behindChinese(name: string): string {
  return /^[A-Za-z]/.test(name) ? ` ${name}` : name;
}

function beforeChinese(name: string): string {
  return /[A-Za-z]$/.test(name) ? `${name} ` : name;
}
