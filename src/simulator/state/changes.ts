import type { ShownMessage } from './shown-message.ts';
import type { TranscriptEntry } from './transcript-entry.ts';

/** How long one waits for a fact before it is said that it does not come, in milliseconds of real time. */
const PATIENCE = 20_000;

/** Something that happened, for whoever watches: the page and waiting tests. */
export type Change =
  | {
      readonly kind: 'message';
      readonly userid: string;
      readonly message: ShownMessage;
      /** False when a card that is already there changed. */
      readonly isNew: boolean;
    }
  | { readonly kind: 'removed'; readonly userid: string; readonly messageId: string }
  | { readonly kind: 'transcript'; readonly entry: TranscriptEntry }
  | { readonly kind: 'people' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'control' };

export interface Changes {
  announce(change: Change): void;
  /** Calls `listener` with every change until the returned function is called. */
  listen(listener: (change: Change) => void): () => void;
  /**
   * Resolves with the first value of `look` that is neither false, null nor undefined. Looks at once
   * and after every change; rejects after eight seconds of real time, saying `what` it waited for.
   */
  waitFor<Value>(look: () => Value | false | null | undefined, what: () => string): Promise<Value>;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();

  function listen(listener: (change: Change) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    announce(change) {
      for (const listener of listeners) listener(change);
    },

    listen,

    waitFor(look, what) {
      return new Promise((resolve, reject) => {
        let scheduled = false;

        const settle = (): boolean => {
          try {
            const value = look();
            if (value === false || value === null || value === undefined) return false;
            resolve(value);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
          return true;
        };
        if (settle()) return;

        // A broadcast announces thousands of changes in one go; one look after them all is enough.
        const stopListening = listen(() => {
          if (scheduled) return;
          scheduled = true;
          setImmediate(() => {
            scheduled = false;
            if (settle()) stop();
          });
        });
        const limit = setTimeout(() => {
          stop();
          reject(new Error(`waited ${PATIENCE / 1000} s in vain for ${what()}`));
        }, PATIENCE);

        function stop(): void {
          clearTimeout(limit);
          stopListening();
        }
      });
    },
  };
}
