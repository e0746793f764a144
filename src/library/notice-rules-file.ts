import * as z from 'zod';
import { wholeNumber } from './content-values.ts';
import { noticeReleases, type NoticeRules } from './notice-rules.ts';
import type { Checked } from './problem.ts';
import { readYaml } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** Reads `notices/rules.yaml`. */
export function readNoticeRulesFile(text: string): Checked<NoticeRules> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { problems: source.problems };
  const values = validateYaml(noticeRuleValues, source.value);
  if (values.problems !== undefined) return { problems: values.problems };
  const { ladder, dayReport } = values.value;
  return { value: { ...values.value, ladder: ladder === '是', dayReport: dayReport === '是' } };
}

/** WeCom forgets a file after three days, and people what it was about. */
const mostReleaseHours = 72;

/** A week between two nudges; more is a slip. */
const mostInterval = 7 * 1440;

const yesOrNo = (name: string): z.ZodEnum<{ 是: '是'; 否: '否' }> =>
  z.enum(['是', '否'], { error: `${name} 写 是 或 否，例如：${name}: 否` });

export const noticeRuleValues = z.strictObject({
  release: z.enum(noticeReleases, {
    error: `release 写 ${noticeReleases.join('、')} 其中一个，例如：release: 全体`,
  }),
  releaseHours: wholeNumber('releaseHours', 1, mostReleaseHours),
  nudgeInterval: wholeNumber('nudgeInterval', 30, mostInterval),
  ladder: yesOrNo('ladder'),
  dayReport: yesOrNo('dayReport'),
});
