import * as z from 'zod';
import { daysBetween, parseLocalDate, weekdayOf, yearOf, type LocalDate } from '../time/local-date.ts';
import { weekdayWord } from '../time/spoken-time.ts';
import { daysOf, type CalendarBasis, type CalendarYear } from '../time/work-calendar.ts';
import { date, text } from './content-values.ts';
import { errorAt, type Checked, type ProblemInFile } from './problem.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** Longer than any holiday there has been; more is a slip in the last date. */
const longestHoliday = 15;

const period = z
  .string({ error: '放假要写成“第一天 至 最后一天”，例如：春节: 2026-02-15 至 2026-02-23' })
  .transform((value, context) => {
    const [from, until] = value.split('至').map((part) => parseLocalDate(part.trim()));
    if (from !== undefined && until !== undefined && from <= until) return { from, until };

    const what = `“${value}”不对，要写成“第一天 至 最后一天”，两天都要存在，例如：春节: 2026-02-15 至 2026-02-23`;
    context.addIssue({ code: 'custom', message: what });
    return z.NEVER;
  });

const calendarFile = z.strictObject(
  {
    notice: text('notice', 'notice: 国务院办公厅关于2026年部分节假日安排的通知', 80).optional(),
    issued: date('issued').optional(),
    statutory: text('statutory', 'statutory: 全国年节及纪念日放假办法', 80).optional(),
    off: z.record(z.string(), period, {
      error: 'off 下面每行写一个节日，例如：  春节: 2026-02-15 至 2026-02-23',
    }),
    work: z.array(date('work'), { error: 'work 下面每行写一个补班日，例如：  - 2026-02-14' }).default([]),
  },
  { error: '文件里要写 notice、issued、off、work 几项，请对照 README 里的例子。' },
);

/** Reads `calendar/<year>.yaml`. */
export function readCalendarFile(content: string, year: number): Checked<CalendarYear> {
  const source = readYaml(content, 1);
  if (source.problems !== undefined) return source;
  const values = validateYaml(calendarFile, source.value);
  if (values.problems !== undefined) return values;

  const basis = basisOf(values.value, source.value);
  const holidays = Object.entries(values.value.off).map(([name, days]) => ({ name, ...days }));
  const calendar = { year, holidays, makeUpDays: values.value.work };
  const problems = [...(basis.problems ?? []), ...contradictions(calendar, source.value)];
  if (basis.problems !== undefined || problems.length > 0) return { problems };
  return { value: { ...calendar, basis: basis.value } };
}

type Values = z.output<typeof calendarFile>;

/** Either the notice of the year, or the law alone while there is none. */
function basisOf(values: Values, source: YamlSource): Checked<CalendarBasis> {
  const { notice, issued, statutory, work } = values;
  if (notice !== undefined && issued !== undefined && statutory === undefined) {
    return { value: { kind: 'notice', title: notice, issued } };
  }
  if (statutory !== undefined && notice === undefined && work.length === 0) {
    return { value: { kind: 'statutory', title: statutory } };
  }
  const what =
    '通知已经发布的年份写 notice（通知名称）和 issued（发布日期）；还没有发布的只写 statutory，不写 work。';
  return { problems: [errorAt(source.lineOf(['statutory']), what)] };
}

/** Days that cannot be meant, each on its line. */
function contradictions(calendar: Omit<CalendarYear, 'basis'>, source: YamlSource): ProblemInFile[] {
  const { year, holidays, makeUpDays } = calendar;
  const nameByDay = new Map<LocalDate, string>();
  const problems: ProblemInFile[] = [];

  const take = (name: string, days: readonly LocalDate[], line: number) => {
    const outside = days.find((day) => !belongsTo(day, year));
    if (outside !== undefined) problems.push(errorAt(line, `${outside} 不在 ${year} 年。`));

    const taken = days.find((day) => nameByDay.has(day));
    if (taken !== undefined) problems.push(errorAt(line, `${taken} 已经写在${nameByDay.get(taken)}里了。`));
    for (const day of days) nameByDay.set(day, name);
  };

  for (const holiday of holidays) {
    const line = source.lineOf(['off', holiday.name]);
    const length = daysBetween(holiday.from, holiday.until) + 1;
    if (length > longestHoliday) {
      problems.push(errorAt(line, `${holiday.name}放假 ${length} 天，太长了，请核对。`));
      continue;
    }
    take(holiday.name, daysOf(holiday), line);
  }
  makeUpDays.forEach((day, index) => {
    const line = source.lineOf(['work', index]);
    take('补班', [day], line);
    if (weekdayOf(day) <= 5) {
      problems.push(errorAt(line, `${day} 是${weekdayWord(day)}，本来就上班，请核对。`));
    }
  });
  return problems;
}

/** The New Year holiday may begin, and be worked for, in the December before. */
function belongsTo(day: LocalDate, year: number): boolean {
  return yearOf(day) === year || day.startsWith(`${year - 1}-12-`);
}
