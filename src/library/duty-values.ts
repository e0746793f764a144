import * as z from 'zod';
import { date, messageText, wholeNumber } from './content-values.ts';
import { dayRange, yearlyDay } from './day-range.ts';
import { conditionExample, dutyCondition } from './duty-condition.ts';
import { paceEvery } from './duty-pace.ts';
import { dutyClocks, dutyRecords, dutyScopes, dutyStrengths } from './duty-rules.ts';

/** Searched for, remembered and typed on buttons: short, of letters and digits. */
const code = z
  .string({ error: '缺少 code，例如：code: memberAssembly' })
  .trim()
  .regex(/^[a-z][A-Za-z0-9]{1,39}$/, 'code 只用英文字母和数字，小写字母开头，例如：code: memberAssembly');

const source = messageText('source', 'source: 支部工作条例（试行）第十一条', 80);
const says = messageText('says', 'says: 党员大会一般每季度召开一次。', 160);

/** A number of a rule that a preset may change. */
const numbers = {
  every: paceEvery.optional(),
  times: wholeNumber('times', 1, 12).optional(),
  aheadMonths: wholeNumber('aheadMonths', 1, 24).optional(),
  withinMonths: wholeNumber('withinMonths', 1, 24).optional(),
  termYears: wholeNumber('termYears', 1, 10).optional(),
};

const strength = oneOf('strength', dutyStrengths);

/** One rule of `duties/<name>.yaml`. */
export const ruleValues = z.strictObject(
  {
    code,
    title: messageText('title', 'title: 党员大会', 14),
    also: list(
      'also',
      'also: [支部大会]',
      z
        .string()
        .trim()
        .regex(/^\S{2,14}$/, '每个名称是 2 到 14 个字，中间没有空格'),
    ),
    basis: oneOf('basis', ['全国', '地方']).default('全国'),
    scope: z
      .union([z.string(), z.array(z.string())], { error: scopeExample() })
      .transform((value) => (typeof value === 'string' ? [value] : value))
      .pipe(z.array(z.enum(dutyScopes, { error: scopeExample() })).min(1, scopeExample())),
    only: z
      .union([z.string(), z.array(z.string())], { error: conditionExample })
      .transform((value) => (typeof value === 'string' ? [value] : value))
      .pipe(z.array(dutyCondition))
      .default([]),
    strength,
    ...numbers,
    clock: oneOf('clock', dutyClocks).optional(),
    window: dayRange.optional(),
    notice: yearlyDay.optional(),
    record: oneOf('record', dutyRecords),
    keep: messageText('keep', 'keep: 会议记录', 40).optional(),
    says,
    source,
    from: date('from'),
    until: date('until').optional(),
  },
  { error: '每条规则从“- code: …”开始，请对照 README 里的例子。' },
);

/** `duties/presets/<name>.yaml`; its changes are read one by one. */
export const dutyPresetValues = z.strictObject(
  {
    name: messageText('name', 'name: 本市 2027', 20),
    source,
    from: date('from'),
    until: date('until').optional(),
    basedOn: list('basedOn', 'basedOn: [danyang2020]', z.string().trim()),
    duties: z.record(z.string(), z.unknown(), {
      error: 'duties 下面每项先写代号，例如：partyDay:',
    }),
  },
  { error: '文件里要写 name、source、from 和 duties，请对照 README 里的例子。' },
);

/** One change of a preset. */
export const changeValues = z.strictObject(
  {
    ...numbers,
    strength: strength.optional(),
    says: says.optional(),
    source: source.optional(),
  },
  { error: '代号下面写改了什么，例如：  every: 季度' },
);

function oneOf<const Words extends readonly [string, ...string[]]>(name: string, words: Words) {
  const wanted = `可以写：${words.join('、')}，例如：${name}: ${words[0]}`;
  return z.enum(words, {
    error: (issue) => (issue.input === undefined ? `缺少 ${name}，${wanted}` : `${name} ${wanted}`),
  });
}

function list<Item extends z.ZodType>(name: string, example: string, item: Item) {
  return z.array(item, { error: `${name} 要写在方括号里，例如：${example}` }).default([]);
}

function scopeExample(): string {
  return `scope 可以写：${dutyScopes.join('、')}，例如：scope: 党支部，或者 scope: [机关党委, 党总支]`;
}
