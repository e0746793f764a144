import type { AnytimeAction, FlowAction, FlowStep } from '../library/flow.ts';
import type { LocalMoment } from '../time/local-moment.ts';
import { takenBack, type Case, type CaseEntry, type CaseValues } from './case.ts';

/** Where a case stands, by all that was done with it. */
export interface CaseState {
  /** What it waits for; absent when it is closed. */
  readonly step?: FlowStep;
  /** When the step began; for a closed case, when it was closed. */
  readonly since: LocalMoment;
  /** Everything recorded so far; what was recorded again counts as it was recorded last. */
  readonly values: CaseValues;
  /** Of several organisations, those that have done what the step asks. */
  readonly done: ReadonlySet<string>;
  /** For each anytime action when it was done last. */
  readonly lastDone: ReadonlyMap<string, LocalMoment>;
  readonly last?: CaseEntry;
}

export function stateOf({ flow, start, entries }: Case): CaseState {
  let step = flow.steps[0];
  let since = start.at;
  let done = new Set<string>();
  const values: Record<string, string> = { ...start.values };
  const lastDone = new Map<string, LocalMoment>();

  for (const entry of entries) {
    if (step === undefined) break;
    Object.assign(values, entry.values);
    lastDone.set(entry.action, entry.at);
    if (entry.organisation !== undefined) done.add(entry.organisation);
    const next = nextAfter(entry, step, start.addressees ?? [], done);
    if (next === step.name) continue;
    step = flow.steps.find(({ name }) => name === next);
    since = entry.at;
    done = new Set();
  }

  const last = entries.at(-1);
  return {
    ...(step === undefined ? {} : { step }),
    since,
    values,
    done,
    lastDone,
    ...(last === undefined ? {} : { last }),
  };

  /** The name of the step after an entry; `undefined` when it closed the case. */
  function nextAfter(
    entry: CaseEntry,
    from: FlowStep,
    addressees: readonly string[],
    haveDone: ReadonlySet<string>,
  ): string | undefined {
    if (entry.action === takenBack) return undefined;
    const action = actionsIn(flow.anytime, from).find(({ label }) => label === entry.action);
    // Several organisations go on together.
    const isAwaited = entry.organisation !== undefined && addressees.some((code) => !haveDone.has(code));
    if (action === undefined || isAwaited || action.next.kind === 'stay') return from.name;
    return action.next.kind === 'step' ? action.next.name : undefined;
  }
}

/** What can be done in a step: its own actions, then those that can be done anytime. */
export function actionsIn(anytime: readonly AnytimeAction[], step: FlowStep): readonly FlowAction[] {
  const shared = anytime.filter((action) => action.in.length === 0 || action.in.includes(step.name));
  return [...step.actions, ...shared];
}
