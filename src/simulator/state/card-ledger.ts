import { randomBytes } from 'node:crypto';

import type { Clock } from '../../time/clock.ts';

/** Response codes live 72 hours (protocol §4.2). */
const CODE_LIFETIME = 72 * 60 * 60 * 1000;

interface ResponseCode {
  readonly code: string;
  readonly messageId: string;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
  used: boolean;
}

/** What the ledger keeps over a restart. */
export interface SavedLedger {
  readonly taskIds: readonly string[];
  readonly codes: readonly ResponseCode[];
}

/** Task ids, which are used up for ever, and response codes, each good for one update. */
export interface CardLedger {
  hasTaskId(taskId: string): boolean;
  useTaskId(taskId: string): void;
  /** A new code for updating this message once. */
  issueCode(messageId: string): string;
  /** The message a code stands for, or why it stands for none any more. */
  lookUp(code: string): { messageId: string } | 'unknown' | 'used' | 'expired';
  useCode(code: string): void;
  save(): SavedLedger;
}

export function createCardLedger(clock: Clock, saved?: SavedLedger): CardLedger {
  const taskIds = new Set(saved?.taskIds);
  const codes = new Map(saved?.codes.map((code) => [code.code, code]));

  return {
    hasTaskId: (taskId) => taskIds.has(taskId),
    useTaskId: (taskId) => taskIds.add(taskId),

    issueCode(messageId) {
      const code = randomBytes(32).toString('base64url');
      codes.set(code, { code, messageId, expiresAt: clock.now() + CODE_LIFETIME, used: false });
      return code;
    },

    lookUp(code) {
      const known = codes.get(code);
      if (known === undefined) return 'unknown';
      if (known.used) return 'used';
      return clock.now() < known.expiresAt ? { messageId: known.messageId } : 'expired';
    },

    useCode(code) {
      const known = codes.get(code);
      if (known !== undefined) known.used = true;
    },

    save: () => ({
      taskIds: [...taskIds],
      codes: [...codes.values()].filter(({ expiresAt }) => clock.now() < expiresAt),
    }),
  };
}
