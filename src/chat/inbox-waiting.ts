/** Where turns wait for other turns of the same member. */
export interface WaitingRoom {
  /** Resolves when a turn of this member has ended here, or when it is time to ask Redis again. */
  wait(member: string): Promise<void>;
  /** A turn of this member has ended. */
  wake(member: string): void;
}

/** `lookEvery`: milliseconds after which another process may have ended a turn. */
export function createWaitingRoom(lookEvery: number): WaitingRoom {
  const waiting = new Map<string, Set<() => void>>();

  return {
    wait(member) {
      return new Promise((resolve) => {
        const others = waiting.get(member) ?? new Set();
        waiting.set(member, others);
        const timer = setTimeout(leave, lookEvery);
        others.add(leave);

        function leave(): void {
          clearTimeout(timer);
          others.delete(leave);
          if (others.size === 0) waiting.delete(member);
          resolve();
        }
      });
    },
    wake(member) {
      for (const leave of waiting.get(member) ?? []) leave();
    },
  };
}
