/**
 * Where turns wait for other turns of the same member. However many wait for one member, only one of
 * them at a time asks Redis again and again.
 */
export interface WaitingRoom {
  /**
   * Resolves when it is worth asking Redis again: after `wake`, or when those waiting for this member
   * have taken turns in asking, since another process may have ended the turn.
   */
  wait(member: string, identity: string): Promise<void>;
  /** The turn of this identity has ended: whoever waits for its answer may fetch it. */
  wake(member: string, identity: string): void;
  /** Nobody here does the member's turns any more: the one who has waited longest may go on. */
  wakeNext(member: string): void;
}

/** `askEvery`: milliseconds after which another process may have ended a turn. */
export function createWaitingRoom(askEvery: number): WaitingRoom {
  const queues = new Map<string, Waiting[]>();

  return {
    wait(member, identity) {
      return new Promise((resolve) => {
        const queue = queues.get(member) ?? [];
        queues.set(member, queue);
        queue.push({ identity, resolve });
        if (queue.length === 1) letFirstAsk(member, queue);
      });
    },
    wake(member, identity) {
      const queue = queues.get(member) ?? [];
      leave(
        member,
        queue,
        queue.find((one) => one.identity === identity),
      );
    },
    wakeNext(member) {
      const queue = queues.get(member) ?? [];
      leave(member, queue, queue[0]);
    },
  };

  function letFirstAsk(member: string, queue: Waiting[]): void {
    const [first] = queue;
    if (first !== undefined) first.timer = setTimeout(() => leave(member, queue, first), askEvery);
  }

  function leave(member: string, queue: Waiting[], one: Waiting | undefined): void {
    if (one === undefined) return;
    const wasFirst = queue[0] === one;
    clearTimeout(one.timer);
    queue.splice(queue.indexOf(one), 1);
    if (queue.length === 0) queues.delete(member);
    else if (wasFirst) letFirstAsk(member, queue);
    one.resolve();
  }
}

interface Waiting {
  readonly identity: string;
  readonly resolve: () => void;
  /** Only the first in a queue has one. */
  timer?: NodeJS.Timeout;
}
