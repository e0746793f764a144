import { errorAt, type ProblemInFile } from './problem.ts';

/**
 * The mistakes of people who have never met YAML, in their words. The parser complains about some of
 * them further down, and about others not at all.
 */

/** `title：三会一课`, `title:三会一课`, `- id:q01`, `元旦：2026-01-01` */
export function findWrongColons(text: string, firstLine: number): ProblemInFile[] {
  return findInLines(text, firstLine, (line) => {
    const match = wrongColon.exec(line);
    if (match?.groups === undefined) return undefined;
    const { key, colon } = match.groups;
    return `${colon === '：' ? '冒号要用英文的，后面空一格' : '冒号后面要空一格'}，例如：${key}: 内容`;
  });
}

const wrongColon =
  /^\s*(?:-\s+)?(?<key>[A-Za-z]+|\p{Script=Han}{1,10}(?=\s*[：:]\s*\d))\s*(?<colon>：|:(?=[^\s:/]))/u;

/** `title: "三会一课`, `tags: [换届` */
export function findOpenEnds(text: string, firstLine: number): ProblemInFile[] {
  return findInLines(text, firstLine, (line) =>
    openEnd.test(line) ? '引号或括号没有成对，请在这一行的末尾补上。' : undefined,
  );
}

const openEnd = /^\s*[^\s:]+:\s+(?:(["'])(?:(?!\1).)*|\[[^\]]*)$/;

/** What one of the parser's error codes means to an editor. */
export function explainParserError(code: string): string {
  return explanations[code] ?? '这一行的写法认不出来，请对照 README 里的例子。';
}

const explanations: Partial<Record<string, string>> = {
  DUPLICATE_KEY: '同一项写了两次，请留一个。',
  TAB_AS_INDENT: '行首请用空格，不要用 Tab 键。',
  BAD_INDENT: '行首的空格和上面几行对不齐。',
  BLOCK_AS_IMPLICIT_KEY: '内容里有英文冒号加空格，请给整句内容加上双引号。',
  MULTILINE_IMPLICIT_KEY: '这一行缺少冒号，或者引号、括号没有成对。',
  MISSING_CHAR: '引号或括号没有成对。',
  BAD_SCALAR_START: '内容开头的符号有特殊含义，请给内容加上双引号。',
  BAD_DQ_ESCAPE: '双引号里有反斜杠 \\，请去掉。',
  MULTIPLE_DOCS: '中间多了一行三个减号 ---。',
  TAG_RESOLVE_FAILED: '请不要用 ! 开头的写法。',
};

function findInLines(
  text: string,
  firstLine: number,
  mistakeIn: (line: string) => string | undefined,
): ProblemInFile[] {
  return text.split('\n').flatMap((line, index) => {
    const what = mistakeIn(line);
    return what === undefined ? [] : [errorAt(firstLine + index, what)];
  });
}
