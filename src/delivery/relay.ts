import type { Log } from '../log.ts';

/** Looks for entries that fell due, again and again, one look at a time. */
export interface Relay {
  start(): void;
  /** Looks soon: at once, or once more when a look is under way. */
  wake(): void;
  /** Resolves when a look that begins after this call is over. Does not reject. */
  look(): Promise<void>;
  /** Looks no more, and resolves when the present look is over. */
  stop(): Promise<void>;
}

export interface RelayParts {
  /** Tells the queue of some entries that are due; whether there are others. */
  step(): Promise<'perhaps' | 'none'>;
  /** Milliseconds between looks when nobody wakes it. */
  readonly every: number;
  readonly log: Log;
}

export function createRelay({ step, every, log }: RelayParts): Relay {
  let timer: NodeJS.Timeout | undefined;
  let latest = Promise.resolve();
  /** The latest look, while it has not begun. */
  let notBegun: Promise<void> | undefined;
  let failing = false;

  const relay: Relay = {
    start() {
      timer ??= setInterval(relay.wake, every);
      relay.wake();
    },
    wake() {
      if (timer !== undefined) void relay.look();
    },
    look() {
      if (notBegun !== undefined) return notBegun;
      latest = latest.then(lookForAll);
      notBegun = latest;
      return latest;
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await latest;
    },
  };
  return relay;

  async function lookForAll(): Promise<void> {
    notBegun = undefined;
    try {
      while ((await step()) === 'perhaps');
      failing = false;
    } catch (err) {
      if (!failing) log.warn({ err }, 'looking for due messages failed; trying again every second');
      failing = true;
    }
  }
}
