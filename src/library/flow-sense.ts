import type { Actor, Flow } from './flow.ts';
import type { FlowReading } from './flow-reading.ts';
import type { YamlSource } from './yaml-source.ts';

/** Whether the parts of a flow fit together: who acts is there, and no two actions have one name in a step. */
export function checkFlowSense(flow: Flow, source: YamlSource, reading: FlowReading): void {
  const { start, steps, anytime } = flow;
  if (start.by === '党员' && start.about !== '本组织') {
    reading.report(source.lineOf(['start', 'for']), '党员只能替自己的支部发起，for 请写 本组织。');
  }
  const ends = [...steps.flatMap(({ actions }) => actions), ...anytime]
    .filter(({ next }) => next.kind === 'end')
    .map(({ label }) => label);
  start.limit?.notCounted.forEach((label, index) => {
    if (ends.includes(label)) return;
    const known = [...new Set(ends)].join('、');
    reading.report(
      source.lineOf(['start', 'notCounted', index]),
      `没有以“${label}”结束的一步。可以写：${known}。`,
    );
  });
  const check = (actor: Actor | undefined, path: readonly PropertyKey[]): void => {
    const wrong = actor && missingActor(actor, flow);
    if (wrong !== undefined) reading.report(source.lineOf(path), wrong);
  };

  for (const { name, by, actions, overdue } of steps) {
    const path = ['steps', name];
    check(by, [...path, 'who']);
    overdue.forEach(({ to }, index) => check(to, [...path, 'overdue', index]));
    for (const { label, by: actor, tell } of actions) {
      check(actor, [...path, 'actions', label, 'who']);
      tell.forEach((one, index) => check(one, [...path, 'actions', label, 'tell', index]));
      if (anytime.some((action) => action.label === label && isIn(action.in, name))) {
        const line = source.lineOfKey([...path, 'actions'], label);
        reading.report(line, `“${name}”里有两个“${label}”：这里一个，anytime 里一个。请改一个名称。`);
      }
    }
  }
  for (const { label, by, tell } of anytime) {
    check(by, ['anytime', label, 'who']);
    tell.forEach((one, index) => check(one, ['anytime', label, 'tell', index]));
  }
}

function isIn(names: readonly string[], step: string): boolean {
  return names.length === 0 || names.includes(step);
}

/** Why nobody would be meant. */
function missingActor({ kind }: Actor, { start }: Flow): string | undefined {
  if (kind === 'subject' && start.about !== '人') {
    return `这里没有承办人：start 里的 for 写的是“${start.about}”。请写 本组织，或者把 for 改成 人。`;
  }
  if (kind === 'each' && start.about !== '各组织') {
    return `这里没有各组织：start 里的 for 写的是“${start.about}”。请写 本组织，或者把 for 改成 各组织。`;
  }
  return undefined;
}
