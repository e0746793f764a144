import type { Flow, FlowAction } from './flow.ts';
import type { FlowReading } from './flow-reading.ts';
import type { YamlSource } from './yaml-source.ts';

/** Every step can be reached, and from every step the end can be: no loop keeps a case for ever. */
export function checkFlowPaths(flow: Flow, source: YamlSource, reading: FlowReading): void {
  const { steps } = flow;
  const [first] = steps;
  if (first === undefined) return;
  const nextOf = new Map(steps.map((step) => [step.name, actionsIn(flow, step.name)]));
  const reached = reachable(first.name, nextOf);
  const endless = new Set<string>();
  for (const { name } of steps) {
    const line = source.lineOfKey(['steps'], name);
    if (!reached.has(name)) {
      reading.report(line, `走不到“${name}”这一步：没有哪一步的 next 写着它。`);
      continue;
    }
    const ahead = [...reachable(name, nextOf)];
    // One loop is one problem, wherever one stands in it.
    if (ahead.some((one) => endless.has(one))) continue;
    if (ahead.some((one) => (nextOf.get(one) ?? []).some(({ next }) => next.kind === 'end'))) continue;
    for (const one of ahead) endless.add(one);
    const others = ahead.filter((one) => one !== name);
    reading.report(
      line,
      others.length === 0
        ? `“${name}”走不下去：它的每个动作都回到它自己。请让一个动作通向别的步骤或者结束。`
        : `从“${name}”出发只在${ahead.map((one) => `“${one}”`).join('、')}之间打转，永远办不完。请让其中一步可以结束。`,
    );
  }
}

/** What can be done in a step, with what can be done anytime. */
function actionsIn(flow: Flow, name: string): readonly FlowAction[] {
  const own = flow.steps.find((step) => step.name === name)?.actions ?? [];
  const shared = flow.anytime.filter((action) => action.in.length === 0 || action.in.includes(name));
  return [...own, ...shared];
}

function reachable(from: string, nextOf: ReadonlyMap<string, readonly FlowAction[]>): ReadonlySet<string> {
  const found = new Set([from]);
  // A set is walked over what is added on the way, too.
  for (const name of found) {
    for (const { next } of nextOf.get(name) ?? []) if (next.kind === 'step') found.add(next.name);
  }
  return found;
}
