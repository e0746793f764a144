import { urgencies, type Urgency } from './outbox-entry.ts';

/** Lets a limited number of calls be in flight, fewer when WeCom finds them too many (45033). */
export interface Lanes {
  /** Waits for a free lane; the more urgent get in first. Whoever got one has to leave it. */
  enter(urgency: Urgency): Promise<Lane>;
  /** How many calls may be in flight at present. */
  width(): number;
}

export interface Lane {
  /** `crowded`: WeCom refused the call because there were too many. */
  leave(how: 'smoothly' | 'crowded'): void;
}

/**
 * A refusal halves the lanes; each lane's worth of smooth calls adds one again. Refusals of calls that
 * were already in flight at the last halving tell nothing new and change nothing.
 */
export function createLanes(most: number): Lanes {
  const waiting = new Map(urgencies.map((urgency): [Urgency, Enter[]] => [urgency, []]));
  let width = most;
  let inUse = 0;
  let halvings = 0;

  return {
    enter: (urgency) =>
      new Promise((enter) => {
        waiting.get(urgency)?.push(enter);
        letIn();
      }),
    width: () => Math.floor(width),
  };

  function letIn(): void {
    while (inUse < Math.floor(width)) {
      const enter = nextWaiting();
      if (enter === undefined) return;
      inUse += 1;
      enter(lane());
    }
  }

  function nextWaiting(): Enter | undefined {
    for (const queue of waiting.values()) {
      if (queue.length > 0) return queue.shift();
    }
    return undefined;
  }

  function lane(): Lane {
    const entered = halvings;
    return {
      leave(how) {
        inUse -= 1;
        if (how === 'smoothly') width = Math.min(most, width + 1 / width);
        else if (entered === halvings) {
          halvings += 1;
          width = Math.max(1, width / 2);
        }
        letIn();
      },
    };
  }
}

type Enter = (lane: Lane) => void;
