import * as z from 'zod';
import { date, messageText, whenDates, wholeNumber } from './content-values.ts';

const mostHoursOfADay = 24;
/** Several times what is asked anywhere (domain §5: at most some 110); more is a slip. */
const mostHoursOfAYear = 500;

const source = messageText('source', 'source: 党员教育管理工作条例第二十条', 80);

const wantedCode = 'code 要写一个小写字母，例如：code: j';

/** One period of `hours/counting.yaml`; its categories are read one by one. */
export const countingValues = z.strictObject(
  {
    from: date('from'),
    source,
    categories: z.record(z.string(), z.unknown(), {
      error: 'categories 下面每类一段，先写名称，例如：集中培训:',
    }),
  },
  { error: '每一段从“- from: …”开始，请对照 README 里的例子。' },
);

export const categoryValues = z
  .strictObject(
    {
      code: z
        .string({ error: (issue) => (issue.input === undefined ? '缺少 code，例如：code: j' : wantedCode) })
        .trim()
        .regex(/^[a-z]$/, wantedCode),
      day: creditHours('day').optional(),
      halfDay: creditHours('halfDay').optional(),
      hour: creditHours('hour').optional(),
      each: creditHours('each').optional(),
      most: creditHours('most'),
      theory: z.enum(['是', '否'], { error: 'theory 写 是 或 否，例如：theory: 是' }),
    },
    { error: '名称下面写 code、most 和 theory，请对照 README 里的例子。' },
  )
  .refine(
    ({ day = 0, halfDay = 0, hour = 0, each = 0, most }) => Math.max(day, halfDay, hour, each) <= most,
    {
      path: ['most'],
      error: 'most（一天最多记几学时）比上面的数还小，请核对。',
      // Numbers that were not understood are no numbers to compare.
      when: ({ issues }) => issues.length === 0,
    },
  );

/** `hours/presets/<name>.yaml`; its targets are read apart. */
export const presetValues = z
  .strictObject(
    {
      name: messageText('name', 'name: 本市 2027', 20),
      scope: z.enum(['全国', '地方'], { error: 'scope 写 全国 或 地方，例如：scope: 地方' }),
      source,
      from: date('from'),
      until: date('until').optional(),
      targets: z.unknown().optional(),
      theoryPercent: wholeNumber('theoryPercent', 1, 99).optional(),
    },
    { error: '文件里要写 name、scope、source、from 和 targets，请对照 README 里的例子。' },
  )
  .refine(({ from, until }) => until === undefined || until >= from, {
    path: ['until'],
    when: whenDates('from', 'until'),
    error: 'until（最后一天）比 from（第一天）还早，请核对。',
  });

export const targetValues = z.strictObject(
  {
    党员: wholeNumber('党员', 1, mostHoursOfAYear).optional(),
    班子: wholeNumber('班子', 1, mostHoursOfAYear).optional(),
    书记: wholeNumber('书记', 1, mostHoursOfAYear).optional(),
  },
  { error: 'targets 下面写一年多少学时，例如：  党员: 32' },
);

/** Hours or half hours, `8` or `0.5`. */
function creditHours(name: string) {
  const wanted = `${name} 要写 0.5 到 ${mostHoursOfADay} 的数，最小到 0.5，例如：${name}: 4`;
  return z
    .string({ error: (issue) => (issue.input === undefined ? `缺少 ${name}，例如：${name}: 4` : wanted) })
    .trim()
    .regex(/^\d{1,2}(?:\.[05])?$/, wanted)
    .transform(Number)
    .refine((hours) => hours > 0 && hours <= mostHoursOfADay, wanted);
}
