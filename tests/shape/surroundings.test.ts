import { describe, expect, it } from 'vitest';
import { roomOf } from './house.ts';
import { isNode, readSourceFiles, type SourceFile, type SyntaxNode } from './source-files.ts';

const files = readSourceFiles();

/** Only programs have surroundings; everything else is given what it needs as values and functions. */
describe('the surroundings', () => {
  it('has only programs see the process', () => {
    const allowed = [
      // A lock names its process, and asks whether that still lives.
      'src/redis/start-lock.ts',
      // Where the simulator complains to when it is not told.
      'src/simulator/simulator.ts',
    ];
    expect(filesOf((node) => nameOf(node['object']) === 'process')).toEqual(allowed);
  });

  it('has only programs and the clock itself ask what time it is', () => {
    const allowed = [
      // The queue's engine measures its waits in real time.
      'src/delivery/queue.ts',
      // In the browser, between two looks at the simulator's clock.
      'src/simulator/page/app.tsx',
      'src/simulator/page/bench/clock-panel.tsx',
      'src/simulator/page/live/use-live-page.ts',
      'src/time/clock.ts',
    ];
    const asksForNow = (node: SyntaxNode) =>
      nameOf(node['object']) === 'Date' && nameOf(node['property']) === 'now';
    const isNow = ({ type, callee, arguments: values }: SyntaxNode) =>
      type === 'NewExpression' && nameOf(callee) === 'Date' && Array.isArray(values) && values.length === 0;
    expect(filesOf((node) => asksForNow(node) || isNow(node))).toEqual(allowed);
  });

  it('has nobody but command lines print: the service logs', () => {
    expect(filesOf((node) => nameOf(node['object']) === 'console')).toEqual([]);
  });
});

/** The files, other than programs and the set-up, in which something like this stands. */
function filesOf(isLikeThis: (node: SyntaxNode) => boolean): readonly string[] {
  const outside = ['programs', 'set-up'];
  const contains = ({ nodes }: SourceFile) => nodes.some(isLikeThis);
  return files
    .filter((file) => !outside.includes(roomOf(file.path).name) && contains(file))
    .map(({ path }) => path);
}

function nameOf(value: unknown): unknown {
  return isNode(value) && value.type === 'Identifier' ? value['name'] : undefined;
}
