import type { Log } from '../log.ts';

/** Looks for entries that fell due, again and again, one look at a time. */
export interface Relay {
  start(): void;
  /** Looks soon: at once, or once more when a look is under way. */
  wake(): void;
  /** Resolves when a look that began after this call is over. */
  look(): Promise<void>;
  /** Looks no more, and resolves when the present look is over. */
  stop(): Promise<void>;
}

export interface RelayParts {
  /** Tells the queue of some entries that are due; whether there may be more. */
  step(): Promise<'more' | 'all'>;
  /** Milliseconds between looks when nobody wakes it. */
  readonly every: number;
  readonly log: Log;
}

export function createRelay({ step, every, log }: RelayParts): Relay {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again: Promise<void> | undefined;
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
      if (running === undefined) return begin();
      again ??= running.then(begin);
      return again;
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await (again ?? running);
    },
  };
  return relay;

  function begin(): Promise<void> {
    again = undefined;
    running = lookForAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function lookForAll(): Promise<void> {
    try {
      while ((await step()) === 'more');
      failing = false;
    } catch (err) {
      if (!failing) log.warn({ err }, 'looking for due messages failed; trying again every second');
      failing = true;
    }
  }
}
