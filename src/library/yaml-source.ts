import { isMap as isMapNode, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { errorAt, type Checked } from './problem.ts';
import { explainParserError, findOpenEnds, findWrongColons } from './yaml-mistakes.ts';

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
  const wrongColons = findWrongColons(text, firstLine);
  if (wrongColons.length > 0) return { problems: wrongColons };

  const counter = new LineCounter();
  const lineAt = (offset: number | undefined) =>
    firstLine - 1 + (offset === undefined ? 1 : counter.linePos(offset).line);
  try {
    const document = parseDocument(text, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
    const problems = [...document.errors, ...document.warnings].map((error) =>
      errorAt(lineAt(error.pos[0]), explainParserError(error.code)),
    );
    visit(document, {
      Alias(_, node) {
        problems.push(errorAt(lineAt(node.range?.[0]), '请不要用 * 引用，把内容再写一遍。'));
      },
    });
    if (problems.length > 0) {
      // The parser notices a missing end only where the text ends.
      const openEnds = findOpenEnds(text, firstLine);
      return { problems: openEnds.length > 0 ? openEnds : problems };
    }

    return {
      value: {
        value: document.toJS(),
        lineOf: (path) => lineAt(offsetOf(document, path)),
        lineOfKey: (path, key) => lineAt(offsetOfKey(document, path, key)),
      },
    };
  } catch (error) {
    // Thousands of nested brackets overflow the parser's stack.
    if (!(error instanceof RangeError)) throw error;
    return { problems: [errorAt(firstLine, '括号套得太深，读不出来。')] };
  }
}

/** A part of what was read, as a source of its own. */
export function partOf(source: YamlSource, path: readonly PropertyKey[], value: unknown): YamlSource {
  return {
    value,
    lineOf: (inner) => source.lineOf([...path, ...inner]),
    lineOfKey: (inner, key) => source.lineOfKey([...path, ...inner], key),
  };
}

/** The entries of a source that is a map; none when it is something else. */
export function mapOf({ value }: YamlSource): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : {};
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  const node: unknown = document.getIn(path, true);
  const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0];
  if (offset !== undefined || path.length === 0) return offset;
  return offsetOf(document, path.slice(0, -1));
}

function offsetOfKey(document: Document, path: readonly PropertyKey[], key: string): number | undefined {
  const map: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isMapNode(map)) return undefined;
  const pair = map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
