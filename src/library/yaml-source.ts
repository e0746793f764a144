import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { errorAt, type Checked, type ProblemInFile } from './problem.ts';

/** YAML that was understood, and where in the file each part of it stands. */
export interface YamlSource {
  /** Maps, lists and texts; every scalar is the text as it was typed. */
  readonly value: unknown;
  /** The line of a value, or of the nearest part around it that exists. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The line of a key in the map at this path. */
  lineOfKey(path: readonly PropertyKey[], key: string): number;
}

/**
 * Reads YAML that stands at a given line of its file. Scalars stay text (`no`, `001` and dates too), so
 * that nothing an editor types turns into something else. Aliases are refused, which also disarms alias
 * bombs.
 */
export function readYaml(text: string, firstLine: number): Checked<YamlSource> {
  const typingMistakes = findTypingMistakes(text, firstLine);
  if (typingMistakes.length > 0) return { problems: typingMistakes };

  const counter = new LineCounter();
  const lineAt = (offset: number | undefined) =>
    firstLine - 1 + (offset === undefined ? 1 : counter.linePos(offset).line);
  try {
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
    const problems = [...document.errors, ...document.warnings].map((error) =>
      errorAt(
        lineAt(error.pos[0]),
        explanations[error.code] ?? '这一行的写法认不出来，请对照 README 里的例子。',
      ),
    );
    visit(document, {
      Alias: (_, node) =>
        void problems.push(errorAt(lineAt(node.range?.[0]), '请不要用 * 引用，把内容再写一遍。')),
    });
    if (problems.length > 0) return { problems };

    return {
      value: {
        value: document.toJS(),
        lineOf: (path) => lineAt(offsetOf(document, path)),
        lineOfKey: (path, key) => lineAt(offsetOfKey(document, path, key)),
      },
    };
  } catch {
    // The parser gives up on thousands of nested brackets by overflowing the stack.
    return { problems: [errorAt(firstLine, '括号套得太深，读不出来。')] };
  }
}

/** The parser's codes that editors are likely to meet. */
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

/** What people type who have never met YAML: `title：三会一课`, `title:三会一课`, `元旦：2026-01-01`. */
function findTypingMistakes(text: string, firstLine: number): ProblemInFile[] {
  return text.split('\n').flatMap((line, index) => {
    const match = typingMistake.exec(line);
    if (match?.groups === undefined) return [];
    const { key, colon } = match.groups;
    const what = colon === '：' ? '冒号要用英文的，后面空一格' : '冒号后面要空一格';
    return [errorAt(firstLine + index, `${what}，例如：${key}: 内容`)];
  });
}

const typingMistake =
  /^\s*(?<key>[A-Za-z]+|\p{Script=Han}{1,10}(?=\s*[：:]\s*\d))\s*(?<colon>：|:(?=[^\s:/]))/u;

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const node: unknown = document.getIn(path, true);
  const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0];
  if (offset !== undefined || path.length === 0) return offset;
  return offsetOf(document, path.slice(0, -1));
}

function offsetOfKey(document: Document, path: readonly PropertyKey[], key: string): number | undefined {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMap(map)) return undefined;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
