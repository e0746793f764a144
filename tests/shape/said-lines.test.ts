import { describe, expect, it } from 'vitest';
import { createRouter } from '../../src/chat/router.ts';
import { appMenu } from '../../src/menu.ts';
import { declaredCommands } from './declared-commands.ts';
import { isNode, readSourceFiles, type SyntaxNode } from './source-files.ts';
import { hole, textOf, textsOf } from './texts.ts';

const router = createRouter(declaredCommands);
const files = readSourceFiles().filter(({ path }) => !path.startsWith('src/simulator/'));

/** Whatever the service tells people to say or puts behind a button, it has to understand itself. */
describe('the lines the service offers', () => {
  it('are commands where they are behind a button of a card', () => {
    const lines = files.flatMap(({ nodes }) => nodes.flatMap((node) => lineBehind(node) ?? []));
    expect(lines.length).toBeGreaterThan(5);
    // A line that begins with a value is made elsewhere.
    expect(lines.filter((line) => !line.startsWith(hole) && !isUnderstood(line))).toEqual([]);
  });

  it('are commands where a text asks people to send them', () => {
    const lines = files.flatMap(textsOf).flatMap(linesIn);
    expect(lines.length).toBeGreaterThan(20);
    expect([...new Set(lines)].filter((line) => !isUnderstood(line))).toEqual([]);
  });

  it('are commands in the app menu', () => {
    const keys = [...JSON.stringify(appMenu()).matchAll(/"key":"([^"]+)"/gu)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !isUnderstood(key))).toEqual([]);
  });
});

/** The command line of `{ label: '已学完', line: '已学 k01' }`. */
function lineBehind({ type, properties }: SyntaxNode): string | undefined {
  if (type !== 'ObjectExpression' || !Array.isArray(properties)) return undefined;
  const values = new Map(properties.filter(isNode).map(({ key, value }) => [nameOf(key), value]));
  const line = values.get('line');
  return values.has('label') && isNode(line) ? textOf(line) : undefined;
}

function nameOf(key: unknown): unknown {
  return isNode(key) ? key['name'] : undefined;
}

/** What stands in 发“…” and 回复“…”, but for what is not known before the text is said. */
function linesIn(text: string): readonly string[] {
  const lines = [...text.matchAll(/(?:发|回复)“([^”]+)”/gu)].map(([, line = '']) => line);
  return lines.filter((line) => !line.startsWith(hole));
}

/** A value put into a template is taken for a number, an id or a name: one of them has to fit. */
function isUnderstood(line: string): boolean {
  return ['1', 'k01', '张三'].some((value) => {
    const whole = line.replaceAll(hole, value);
    return isAboutThePreview(whole) || isCommand(whole);
  });
}

/** These words belong to the conversation itself, not to a command (src/chat/responder.ts). */
function isAboutThePreview(line: string): boolean {
  return /^(?:确认|取消|是)(?: \S+)?$/u.test(line);
}

function isCommand(line: string): boolean {
  try {
    return router.resolve(line) !== undefined;
  } catch {
    return false;
  }
}
