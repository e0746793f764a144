import type * as z from 'zod';
import { dayIn } from './day-range.ts';
import { periodOf } from './duty-pace.ts';
import type { DutyNumbers, DutyRule } from './duty-rules.ts';
import { ruleValues } from './duty-values.ts';
import { adviceAt, errorAt, type Checked, type ProblemInFile } from './problem.ts';
import { partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** The rules of a file that can be used, and what is wrong with the others. */
export interface DutyRuleFile {
  readonly rules: readonly PlacedRule[];
  readonly problems: readonly ProblemInFile[];
}

export interface PlacedRule {
  readonly rule: DutyRule;
  readonly file: string;
  readonly line: number;
}

/** Reads one file of `duties/`. One rule that is wrong does not keep out the others. */
export function readRuleFile(text: string, file: string): DutyRuleFile {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return { rules: [], problems: source.problems };
  const list = source.value.value;
  if (list === null) return { rules: [], problems: [adviceAt(1, '文件里还没有规则。')] };
  if (!Array.isArray(list)) return { rules: [], problems: [errorAt(1, notAList)] };

  const rules: PlacedRule[] = [];
  const problems: ProblemInFile[] = [];
  list.forEach((value: unknown, index) => {
    const part = partOf(source.value, [index], value);
    const rule = readRule(part);
    if (rule.problems === undefined) rules.push({ rule: rule.value, file, line: part.lineOf(['code']) });
    else problems.push(...rule.problems);
  });
  return { rules, problems };
}

const notAList = '规则要写成列表：每条从“- code: …”开始，减号后面空一格，请对照 README 里的例子。';

function readRule(source: YamlSource): Checked<DutyRule> {
  const values = validateYaml(ruleValues, source);
  if (values.problems !== undefined) return values;
  const problems = contradictions(values.value, source);
  if (problems.length > 0) return { problems };

  const { every, times, aheadMonths, withinMonths, termYears, ...rest } = values.value;
  return {
    value: {
      ...withoutAbsent(rest),
      ...numbersOf({ every, times, aheadMonths, withinMonths, termYears }),
    },
  };
}

type Values = z.output<typeof ruleValues>;

/** The numbers of a rule or of a change, as far as they are given. */
export function numbersOf(
  given: Pick<Values, 'every' | 'times' | 'aheadMonths' | 'withinMonths' | 'termYears'>,
): DutyNumbers {
  const { every, times = 1, ...months } = given;
  return { ...(every === undefined ? {} : { pace: { ...every, times } }), ...withoutAbsent(months) };
}

type Present<Given> = { [Key in keyof Given]: Exclude<Given[Key], undefined> };

/** Optional values that were left out are no keys at all. */
export function withoutAbsent<Given extends object>(given: Given): Present<Given> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Present<Given>;
}

/** What cannot be meant, each on its line. */
function contradictions(values: Values, source: YamlSource): ProblemInFile[] {
  const at = (key: keyof Values, what: string): ProblemInFile => errorAt(source.lineOf([key]), what);
  const { every, times, clock, window, notice, from, until, aheadMonths, withinMonths, termYears } = values;
  const problems: ProblemInFile[] = [];

  if (until !== undefined && until < from)
    problems.push(at('until', 'until（最后一天）比 from（第一天）还早，请核对。'));
  if (times !== undefined && every === undefined)
    problems.push(at('times', 'times 和 every 一起写，例如：every: 年'));
  if (clock !== undefined && every !== undefined) problems.push(at('clock', 'every 和 clock 只写一个。'));
  if (clock === undefined && (aheadMonths ?? withinMonths ?? termYears) !== undefined) {
    problems.push(at('clock', 'aheadMonths、withinMonths 和 termYears 只用在写了 clock 的规则里。'));
  }
  if (clock === '现状' && values.only.length === 0)
    problems.push(at('clock', 'clock: 现状 要和 only 一起写。'));
  if (window !== undefined && (every?.unit !== '年' || every.units > 1)) {
    problems.push(at('window', 'window 只用在一年一次的规则里（every: 年）。'));
  }
  if (notice !== undefined && window === undefined) {
    problems.push(at('notice', 'notice 和 window 一起写，例如：window: 10-01 至 12-31'));
  }
  if (window !== undefined && notice !== undefined && dayIn(2028, notice) < dayIn(2028, window.until)) {
    problems.push(at('notice', 'notice 比 window 的最后一天还早，请核对；次年的写 次年 03-31。'));
  }
  if (problems.length === 0 && neverComes(values)) problems.push(at('until', neverOpens));
  return problems;
}

const neverOpens =
  '从 from 到 until 一次也轮不到：这段时间里没有一个周期结束（一年一次的看 12 月 31 日）。请改 from、until 或者 every。';

/** A period counts when the rule holds on its last day. */
function neverComes({ every, from, until }: Values): boolean {
  if (every === undefined || until === undefined) return false;
  return periodOf(from, { ...every, times: 1 }, from).until > until;
}
