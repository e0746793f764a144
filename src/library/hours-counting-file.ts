import { errorAt, type Checked, type ProblemInFile } from './problem.ts';
import { hoursUnits, type HoursCategory, type HoursCounting } from './hours-rules.ts';
import { categoryValues, countingValues } from './hours-values.ts';
import { partOf, readYaml, type YamlSource } from './yaml-source.ts';
import { validateYaml } from './yaml-values.ts';

/** Reads `hours/counting.yaml`. One wrong line is enough to use none of it: half a table would count wrongly. */
export function readCountingFile(text: string): Checked<readonly HoursCounting[]> {
  const source = readYaml(text, 1);
  if (source.problems !== undefined) return source;
  const list = source.value.value;
  if (!Array.isArray(list) || list.length === 0) return { problems: [errorAt(1, notAList)] };

  const read = list.map((value: unknown, index) => readPeriod(partOf(source.value, [index], value)));
  const periods = valuesOf(read);
  const problems = [
    ...problemsOf(read),
    ...repeats(periods, source.value),
    ...codeProblems(periods, source.value),
  ];
  if (problems.length > 0) return { problems };
  return { value: periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

const notAList = '要写成列表：每一段从“- from: 2026-01-01”开始，减号后面空一格，请对照 README 里的例子。';

function readPeriod(source: YamlSource): Checked<HoursCounting> {
  const values = validateYaml(countingValues, source);
  if (values.problems !== undefined) return values;
  const { from, source: rule, categories } = values.value;
  const read = Object.entries(categories).map(([name, value]) =>
    readCategory(name, partOf(source, ['categories', name], value), source.lineOfKey(['categories'], name)),
  );
  const problems = problemsOf(read);
  if (read.length === 0) problems.push(errorAt(source.lineOf(['categories']), noCategory));
  if (problems.length > 0) return { problems };
  return { value: { from, source: rule, categories: valuesOf(read) } };
}

const noCategory = 'categories 下面至少写一类，例如：集中培训:';

function readCategory(name: string, source: YamlSource, line: number): Checked<HoursCategory> {
  // Names are typed between blanks, and stand in lists that blanks divide.
  if (!/^\p{Script=Han}{1,8}$/u.test(name)) {
    return { problems: [errorAt(line, `“${name}”不能作名称，请用 1 到 8 个汉字，例如：集中培训:`)] };
  }
  const values = validateYaml(categoryValues, source);
  if (values.problems !== undefined) return values;
  const { code, most, theory, ...worth } = values.value;
  const given = hoursUnits.flatMap((unit) => {
    const hours = worth[unit];
    return hours === undefined ? [] : [[unit, hours] as const];
  });
  return { value: { code, name, worth: Object.fromEntries(given), most, theory: theory === '是' } };
}

function valuesOf<Value>(read: readonly Checked<Value>[]): Value[] {
  return read.flatMap((one) => (one.problems === undefined ? [one.value] : []));
}

function problemsOf(read: readonly Checked<unknown>[]): ProblemInFile[] {
  return read.flatMap(({ problems = [] }) => problems);
}

function repeats(periods: readonly HoursCounting[], source: YamlSource): readonly ProblemInFile[] {
  return periods.flatMap(({ from }, index) =>
    periods.findIndex((other) => other.from === from) < index
      ? [errorAt(source.lineOf([index, 'from']), `从 ${from} 起的已经写过一段，请留一段。`)]
      : [],
  );
}

/** A code means one category in all periods, and a category has one code: entries of years are read by it. */
function codeProblems(periods: readonly HoursCounting[], source: YamlSource): readonly ProblemInFile[] {
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  return periods.flatMap(({ categories }, index) =>
    categories.flatMap(({ code, name }) => {
      const otherName = names.get(code) ?? name;
      const otherCode = codes.get(name) ?? code;
      names.set(code, otherName);
      codes.set(name, otherCode);
      const what =
        otherName === name
          ? `“${name}”的代号在前面是 ${otherCode}，定了就不再改，请写 code: ${otherCode}`
          : `代号 ${code} 前面给了“${otherName}”，只能给一类：新的一类请换一个字母，改名请各段一起改。`;
      return otherName === name && otherCode === code
        ? []
        : [errorAt(source.lineOf([index, 'categories', name, 'code']), what)];
    }),
  );
}
