import type { CardSelection } from '../wecom/card-selections.ts';

/**
 * The command line that a tap stands for. Where a card sends what was ticked, the ids of the ticked
 * choices take the place of `{ticked}`, so that ticking A and C does exactly what typing `AC` does.
 */
export function tickedLine(line: string, selections: readonly CardSelection[]): string {
  if (selections.length === 0) return line;
  const ticked = selections.flatMap(({ options }) => options).join('');
  return line.replaceAll('{ticked}', ticked === '' ? '没有选' : ticked);
}
