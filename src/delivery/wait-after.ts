import type { Failure, Wait } from './failure.ts';
import { held, type Next, type Trial, type TryParts } from './try-parts.ts';
import { crowdedWait, retryWait } from './waits.ts';

/** When to make a call again that WeCom did not accept this time. */
export type WaitAfter = (trial: Trial, failure: Failure, wait: Wait) => Promise<Next>;

export function createWaitAfter({ gate, pace, log, chance, count }: TryParts): WaitAfter {
  return async ({ entry, pass, attempts }, failure, wait) => {
    switch (wait) {
      case 'later':
        count('retried');
        gate.failed();
        if (attempts === worthALine) {
          const { errcode, errmsg, remedy } = failure;
          log.warn(
            { entry: entry.id, errcode, errmsg, remedy },
            'WeCom has not accepted a message in five tries',
          );
        }
        return { kind: 'later', wait: retryWait(attempts, pace, chance()) };
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
