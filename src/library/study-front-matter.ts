import * as z from 'zod';
import { date, identifier, tag, text, whenDates, wholeNumber } from './content-values.ts';
import type { StudyAudience } from './study-item.ts';

const audience = z
  .string({ error: 'audience 要写 全体、书记 或带引号的 "#标签"，例如：audience: 书记' })
  .trim()
  // YAML takes an unquoted # for the beginning of a remark.
  .min(1, 'audience 是空的。# 开头的标签要加引号，例如：audience: "#青年"')
  .refine(isAudience, 'audience 只能写 全体、书记 或 "#标签"，例如：audience: 书记');

/** The items above a study text, exactly as contract §6 lists them. */
export const studyFrontMatter = z
  .strictObject(
    {
      id: identifier('id', 'id: K01'),
      title: text('title', 'title: 三会一课各是什么、多久一次', 36),
      minutes: wholeNumber('minutes', 1, 15),
      source: text('source', 'source: 支部工作条例（试行）第十一条', 80),
      tags: z.array(tag, { error: 'tags 要写在方括号里，例如：tags: [换届, 党费]' }).default([]),
      audience: audience.default('全体'),
      on: date('on').optional(),
      expires: date('expires').optional(),
    },
    { error: '两行 --- 之间要写 id、title、minutes、source 等项，每行一项，例如：id: K01' },
  )
  .refine(({ on, expires }) => on === undefined || expires === undefined || expires >= on, {
    path: ['expires'],
    when: whenDates('on', 'expires'),
    error: 'expires（最后一天）比 on（推送那天）还早，请核对。',
  });

function isAudience(value: string): value is StudyAudience {
  return value === '全体' || value === '书记' || /^#[^\s#]{1,12}$/u.test(value);
}
