import type { Flow } from '../library/flow.ts';

/** Whether there is an action of this name anywhere in a flow. */
export function knowsAction({ steps, anytime }: Flow, label: string): boolean {
  return [...steps.flatMap(({ actions }) => actions), ...anytime].some((action) => action.label === label);
}
