import { randomBytes } from 'node:crypto';

import type { Clock } from '../../time/clock.ts';

/** In seconds (protocol §4.1). */
const LIFETIME = 7200;

/** The numbers under which WeCom reports an expired token (protocol §4.1). */
export type ExpiryCode = 42001 | 40014;

interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
  revokedAs?: ExpiryCode;
}

export interface AccessTokens {
  /** The present token, the same one while it is valid; `expiresIn` are the seconds it still has. */
  issue(): { token: string; expiresIn: number };
  /** Null when the token may be used, else the number to refuse with. */
  refusalOf(token: string): ExpiryCode | null;
  /** Ends the present token before its time. */
  expire(code: ExpiryCode): void;
  save(): readonly IssuedToken[];
}

export function createAccessTokens(clock: Clock, saved: readonly IssuedToken[] = []): AccessTokens {
  const issued = new Map(saved.map((token) => [token.token, token]));

  function isUsable(token: IssuedToken): boolean {
    return token.revokedAs === undefined && clock.now() < token.expiresAt;
  }

  function newest(): IssuedToken | undefined {
    return [...issued.values()].at(-1);
  }

  return {
    issue() {
      let present = newest();

      if (present === undefined || !isUsable(present)) {
        present = { token: randomBytes(64).toString('base64url'), expiresAt: clock.now() + LIFETIME * 1000 };
        issued.set(present.token, present);
      }
      return {
        token: present.token,
        expiresIn: Math.min(LIFETIME, Math.ceil((present.expiresAt - clock.now()) / 1000)),
      };
    },

    refusalOf(token) {
      const known = issued.get(token);
      if (known === undefined) return 40014;
      return isUsable(known) ? null : (known.revokedAs ?? 42001);
    },

    expire(code) {
      const present = newest();
      if (present !== undefined && isUsable(present)) present.revokedAs = code;
    },

    // Older ones are refused as unknown after a restart, which WeCom does as well.
    save: () => [...issued.values()].slice(-1),
  };
}
