import { Refusal } from '../errors.ts';
import type { ListedCase } from './case-lists.ts';
import { stateOf } from './case-state.ts';

/** The number that may be left out: of the only case that waits for this. Throws a Refusal when it is not one. */
export function onlyTask(waiting: readonly ListedCase[], label: string): number {
  const fitting = waiting.filter(({ found }) =>
    stateOf(found).step?.actions.some((action) => action.label === label),
  );
  const [one, second] = fitting;
  if (one === undefined) throw new Refusal(`现在没有等您${label}的事。发“事项”看等您办的。`);
  if (second === undefined) return one.found.number;
  throw new Refusal(`等您${label}的有 ${fitting.length} 件，请写编号，例如：${label} ${one.found.number}`);
}
