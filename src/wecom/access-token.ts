import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../time/clock.ts';
import type { AccessTokenCache, RefusalRecord, TokenRecord } from './access-token-cache.ts';
import { decide, type ErrorDecision } from './error-decision.ts';
import { WecomError } from './errors.ts';
import type { FetchedToken } from './fetch-access-token.ts';

/** The access token of the app, shared by all callers and replicas (protocol §4.1). */
export interface AccessTokens {
  /** A token believed to be valid. Rejects with a WecomError when there is none to be had. */
  current(): Promise<string>;
  /** Another token, after WeCom refused `failed`. However many callers report it, one asks WeCom. */
  refresh(failed: string): Promise<string>;
}

export interface AccessTokensParts {
  readonly cache: AccessTokenCache;
  readonly fetchToken: () => Promise<FetchedToken>;
  readonly clock: Clock;
  /** Waits between looks at what another replica is fetching, in milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

export function createAccessTokens(parts: AccessTokensParts): AccessTokens {
  const { cache, fetchToken, clock, wait = sleep } = parts;
  /** What this process last knew. Enough to go on with while Redis is down. */
  let known: TokenRecord | RefusalRecord | undefined;
  let flight: Promise<string> | undefined;

  const tokens: AccessTokens = {
    async current() {
      if (known?.kind === 'token' && known.expiresAt > clock.now()) return known.token;
      flight ??= load().finally(() => {
        flight = undefined;
      });
      return flight;
    },
    async refresh(failed) {
      if (known?.kind === 'token' && known.token === failed) known = undefined;
      await cache.forget(failed).catch(ignoreOutage);
      return tokens.current();
    },
  };
  return tokens;

  async function load(): Promise<string> {
    const shared = await look();
    if (shared !== undefined) return shared;
    const release = await cache.lock().catch(() => withoutLock);
    if (release === undefined) return (await lookUntilFetched()) ?? ask();
    try {
      // Another replica may have finished between the look and the lock.
      return (await look()) ?? (await ask());
    } finally {
      await release().catch(ignoreOutage);
    }
  }

  /** The token all replicas share. Rejects while WeCom's refusal of the credentials is respected. */
  async function look(): Promise<string | undefined> {
    known = (await cache.read().catch(ignoreOutage)) ?? known;
    return usable(known);
  }

  async function lookUntilFetched(): Promise<string | undefined> {
    for (let waited = 0; waited < patience; waited += interval) {
      await wait(interval);
      const token = await look();
      if (token !== undefined) return token;
    }
    return undefined;
  }

  function usable(record: TokenRecord | RefusalRecord | undefined): string | undefined {
    const now = clock.now();
    if (record === undefined) return undefined;
    if (record.kind === 'token') return record.expiresAt > now ? record.token : undefined;
    if (record.until <= now) return undefined;
    throw refused(record.errcode, `not asked again before ${new Date(record.until).toISOString()}`);
  }

  async function ask(): Promise<string> {
    try {
      const { token, expiresIn } = await fetchToken();
      const expiresAt = clock.now() + Math.max(expiresIn - margin, expiresIn / 2) * 1000;
      await keep({ kind: 'token', token, expiresAt });
      return token;
    } catch (error) {
      if (!(error instanceof WecomError) || !isRefusal(error.decision)) throw error;
      const pause = pauseAfter(error.errcode, known);
      await keep({ kind: 'refusal', errcode: error.errcode, until: clock.now() + pause, pause });
      throw refused(error.errcode, error.errmsg);
    }
  }

  async function keep(record: TokenRecord | RefusalRecord): Promise<void> {
    known = record;
    await cache.write(record).catch(ignoreOutage);
  }
}

/** Seconds a token is given up before WeCom does. */
const margin = 300;
/** Milliseconds for which another replica is trusted to fetch the token, and between looks. */
const patience = 3000;
const interval = 75;
/** Milliseconds before the credentials are tried again: doubled from the first to the longest. */
const firstPause = 60_000;
/** A secret refused some 2,000 times an hour bans our address for one. */
const longestPause = 3_600_000;
/** An app that is disabled or an address that is not trusted: it works as soon as somebody sees to it. */
const longestProbe = 300_000;

function pauseAfter(errcode: number, previous: TokenRecord | RefusalRecord | undefined): number {
  if (previous?.kind !== 'refusal') return firstPause;
  const { action } = decide(errcode);
  const isProbe = action === 'stop' && !wrongCredentials.has(errcode);
  return Math.min(previous.pause * 2, isProbe ? longestProbe : longestPause);
}

/** The secret, the corpid, and a secret of another corp. */
const wrongCredentials = new Set([40001, 40013, 40091]);

/** Without Redis this process fetches for itself: one token in two hours, kept in memory. */
function ignoreOutage(): undefined {
  return undefined;
}

async function withoutLock(): Promise<void> {}

/** Whether asking again at once would be answered in the same way, and held against us. */
function isRefusal({ action }: ErrorDecision): boolean {
  return action === 'refreshToken' || action === 'stop' || action === 'backOff';
}

/** Without a token there is nothing to refresh: what else would be done for it is to stop. */
function refused(errcode: number, errmsg: string): WecomError {
  const decision = decide(errcode);
  const action = decision.action === 'refreshToken' ? 'stop' : decision.action;
  return new WecomError({ api: 'gettoken', errcode, errmsg, decision: { ...decision, action } });
}
