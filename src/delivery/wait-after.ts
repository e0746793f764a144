import type { Failure, Wait } from './failure.ts';
import type { Pass } from './gate.ts';
import { held, type Next, type TryParts } from './try-parts.ts';
import { crowdedWait, retryWait } from './waits.ts';

/** A call that WeCom did not accept this time, and that is made again. */
export interface FailedTry {
  readonly entryId: string;
  readonly wait: Wait;
  readonly failure: Failure;
  readonly pass: Pass;
  readonly attempt: number;
}

/** When to make the call again. */
export type WaitAfter = (failed: FailedTry) => Promise<Next>;

export function createWaitAfter(parts: Pick<TryParts, 'gate' | 'pace' | 'log' | 'chance' | 'count'>): WaitAfter {
  const { gate, pace, log, chance, count } = parts;

  return async ({ entryId, wait, failure, pass, attempt }) => {
    switch (wait) {
      case 'later':
        count('retried');
        gate.failed();
        if (attempt === worthALine) {
          const { errcode, remedy } = failure;
          log.warn({ entry: entryId, errcode, attempt, remedy }, 'WeCom has still not accepted a message');
        }
        return { kind: 'later', wait: retryWait(attempt, pace, chance()) };
      case 'crowded':
        count('retried');
        return { kind: 'later', wait: crowdedWait(pace, chance()) };
      case 'held':
        await gate.refused(pass, failure);
        return held;
    }
  };
}

/** Half a minute of trying; less is everyday weather. */
const worthALine = 5;
