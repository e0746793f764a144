import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { RedisClient } from '../redis/connect.ts';
import type { Keys } from '../redis/keys.ts';

/**
 * What all replicas know of an app's access token, in Redis. Every call rejects when Redis is down.
 *
 *   <prefix>:{b}:token:<agentId>:<credentials>        TokenRecord or RefusalRecord as JSON
 *   <prefix>:{b}:token-lock:<agentId>:<credentials>   who is fetching, for at most 10 s
 *
 * `<credentials>` is a fingerprint of corpid and secret, so that a corrected secret starts afresh. A
 * record says itself until when it counts; its key lives for a day only to be cleared away some time.
 */
export interface AccessTokenCache {
  read(): Promise<TokenRecord | RefusalRecord | undefined>;
  write(record: TokenRecord | RefusalRecord): Promise<void>;
  /** Deletes the record if it still holds this token. */
  forget(token: string): Promise<void>;
  /** Returns what releases the lock, or `undefined` when somebody else has it. */
  lock(): Promise<(() => Promise<void>) | undefined>;
}

const recordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), token: z.string(), expiresAt: z.number() }),
  z.object({ kind: z.literal('refusal'), errcode: z.number(), until: z.number(), pause: z.number() }),
]);

/** `expiresAt` in milliseconds since the epoch. */
export type TokenRecord = Readonly<Extract<z.infer<typeof recordSchema>, { kind: 'token' }>>;
/** WeCom refused the credentials: not to be asked before `until`, `pause` milliseconds after the refusal. */
export type RefusalRecord = Readonly<Extract<z.infer<typeof recordSchema>, { kind: 'refusal' }>>;

export interface AccessTokenCacheParts {
  /** One that answers promptly: a connection that waits for Redis to return would hold up every send. */
  readonly redis: RedisClient;
  readonly keys: Keys;
  readonly corpId: string;
  readonly agentId: number;
  readonly secret: string;
}

export function createAccessTokenCache(parts: AccessTokenCacheParts): AccessTokenCache {
  const { redis, keys, corpId, agentId, secret } = parts;
  const credentials = createHash('sha256').update(`${corpId} ${secret}`).digest('hex').slice(0, 16);
  const recordKey = keys('token', agentId, credentials);
  const lockKey = keys('token-lock', agentId, credentials);

  return {
    async read() {
      return decoded(await redis.get(recordKey));
    },
    async write(record) {
      await redis.set(recordKey, JSON.stringify(record), 'PX', recordLifetime);
    },
    async forget(token) {
      const text = await redis.get(recordKey);
      const record = decoded(text);
      if (text === null || record?.kind !== 'token' || record.token !== token) return;
      await deleteIfEqual(recordKey, text);
    },
    async lock() {
      const owner = randomUUID();
      const taken = await redis.set(lockKey, owner, 'PX', lockLifetime, 'NX');
      return taken === 'OK' ? () => deleteIfEqual(lockKey, owner) : undefined;
    },
  };

  async function deleteIfEqual(key: string, value: string): Promise<void> {
    await redis.eval(deleteIfEqualScript, 1, key, value);
  }
}

/** KEYS: the key. ARGV: the value it has to hold. */
const deleteIfEqualScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** All in milliseconds. */
const recordLifetime = 24 * 3_600_000;
const lockLifetime = 10_000;

function decoded(text: string | null): TokenRecord | RefusalRecord | undefined {
  if (text === null) return undefined;
  try {
    return recordSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
