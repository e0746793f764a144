import type { Log } from '../log.ts';
import type { Clock } from '../time/clock.ts';
import type { ContestSteps } from './contest-steps.ts';

/**
 * Looks once a second whether a live room has to go on; the minute's heartbeat would be too coarse for a
 * countdown. Every process looks, and the first to notice does the step. The instants are kept in Redis and
 * measured by the product's clock, so no timer has to survive anything.
 */
export interface RoomWatch {
  start(): void;
  /** Does now what is due. For whoever moves the clock. */
  look(): Promise<void>;
  /** Looks no more; resolves when the present look is over. */
  stop(): Promise<void>;
}

export interface RoomWatchParts {
  readonly steps: Pick<ContestSteps, 'advanceRooms'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called after steps, so that their messages go out at once. */
  written(): void;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

export function createRoomWatch({ steps, clock, log, written, every = 1000 }: RoomWatchParts): RoomWatch {
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let isFailing = false;

  return {
    start() {
      timer ??= setInterval(() => void look(), every);
    },
    look,
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await looking;
    },
  };

  /** One look at a time: a slow one makes the next wait for its turn. */
  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    try {
      if ((await steps.advanceRooms(clock.now())) > 0) written();
      isFailing = false;
    } catch (err) {
      if (!isFailing) log.error({ err }, 'live rooms cannot go on; trying again every second');
      isFailing = true;
    }
  }
}
