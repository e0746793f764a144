import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeRedis, connectRedis, whenReady, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys } from '../../src/redis/keys.ts';
import { createAccessTokenCache } from '../../src/wecom/access-token-cache.ts';
import { createAccessTokens, type AccessTokens } from '../../src/wecom/access-token.ts';
import { WecomError } from '../../src/wecom/errors.ts';
import type { FetchedToken } from '../../src/wecom/fetch-access-token.ts';
import { dedicatedRedis, uniquePrefix, type DedicatedRedis } from '../support/redis.ts';

let server: DedicatedRedis;
let redis: RedisClient;
let prefix: string;
let now: number;
let fetched: number;
/** What WeCom says to the next requests for a token. */
let wecom: () => Promise<FetchedToken>;

beforeAll(async () => {
  server = await dedicatedRedis();
  redis = await connectRedis(server.url);
});

afterAll(async () => {
  await closeRedis(redis);
  await server.remove();
});

beforeEach(() => {
  prefix = uniquePrefix();
  now = Date.UTC(2026, 10, 20, 8);
  fetched = 0;
  wecom = async () => ({ token: `token-${fetched}`, expiresIn: 7200 });
});

/** One process of several; all of them share the Redis and WeCom. */
function replica(secret = 'the-secret'): AccessTokens {
  return createAccessTokens({
    cache: createAccessTokenCache({ redis, keys: createKeys(prefix), corpId: 'ww1', agentId: 7, secret }),
    fetchToken: () => {
      fetched += 1;
      return wecom();
    },
    clock: { now: () => now },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

function refusing(errcode: number): () => Promise<FetchedToken> {
  return () =>
    Promise.reject(
      new WecomError({ api: 'gettoken', errcode, errmsg: 'invalid credential, from ip: 1.2.3.4' }),
    );
}

const minutes = 60_000;

describe('the access token', () => {
  it('is fetched once for many callers at a time', async () => {
    const tokens = replica();
    const all = await Promise.all(Array.from({ length: 100 }, () => tokens.current()));
    expect(new Set(all)).toEqual(new Set(['token-1']));
    expect(fetched).toBe(1);
  });

  it('is fetched once for all replicas that start together', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => replica().current()));
    expect(new Set(all)).toEqual(new Set(['token-1']));
    expect(fetched).toBe(1);
  });

  it('of one replica serves those that start later', async () => {
    await replica().current();
    expect(await replica().current()).toBe('token-1');
    expect(fetched).toBe(1);
  });

  it('is given up five minutes before WeCom does, whatever Redis still holds', async () => {
    const tokens = replica();
    await tokens.current();
    now += 6900 * 1000 - 1;
    expect(await tokens.current()).toBe('token-1');
    now += 1;
    expect(await tokens.current()).toBe('token-2');
    expect(await replica().current()).toBe('token-2');
  });

  it('that lives shorter than five minutes is used for half of that', async () => {
    wecom = async () => ({ token: `token-${fetched}`, expiresIn: 60 });
    const tokens = replica();
    await tokens.current();
    now += 29_999;
    expect(await tokens.current()).toBe('token-1');
    now += 1;
    expect(await tokens.current()).toBe('token-2');
  });

  it('is kept in the one hash slot of the product, and cleared away some time', async () => {
    await replica().current();
    const [key = ''] = await redis.keys(`${prefix}:*`);
    expect(key).toMatch(new RegExp(`^${prefix}:\\{b\\}:token:7:[0-9a-f]{16}$`));
    expect(await redis.pttl(key)).toBeGreaterThan(0);
    expect(key + ((await redis.get(key)) ?? '')).not.toContain('the-secret');
  });

  it('is fetched anew when what Redis holds is nonsense', async () => {
    await replica().current();
    const [key = ''] = await redis.keys(`${prefix}:*`);
    await redis.set(key, '{"token":');
    expect(await replica().current()).toBe('token-2');
  });

  it('is fetched by a waiting replica itself when the one that has the lock never comes back', async () => {
    let reached = (): void => {};
    const stuck = new Promise<void>((resolve) => (reached = resolve));
    wecom = () => {
      reached();
      return new Promise(() => {});
    };
    void replica().current();
    await stuck;
    wecom = async () => ({ token: 'rescued', expiresIn: 7200 });
    expect(await replica().current()).toBe('rescued');
    expect(fetched).toBe(2);
  });
});

describe('a token that WeCom no longer accepts', () => {
  it('is replaced once, however many callers report it', async () => {
    const tokens = replica();
    const failed = await tokens.current();
    const all = await Promise.all(Array.from({ length: 50 }, () => tokens.refresh(failed)));
    expect(new Set(all)).toEqual(new Set(['token-2']));
    expect(fetched).toBe(2);
  });

  it('is replaced once for all replicas that report it', async () => {
    const replicas = [replica(), replica(), replica()];
    const [failed = ''] = await Promise.all(replicas.map((tokens) => tokens.current()));
    const all = await Promise.all(replicas.map((tokens) => tokens.refresh(failed)));
    expect(new Set(all)).toEqual(new Set(['token-2']));
    expect(fetched).toBe(2);
  });

  it('does not cost the newer one that another replica has fetched meanwhile', async () => {
    const [early, late] = [replica(), replica()];
    const failed = await early.current();
    await late.current();
    expect(await early.refresh(failed)).toBe('token-2');
    expect(await late.refresh(failed)).toBe('token-2');
    expect(fetched).toBe(2);
  });
});

describe('credentials that WeCom refuses', () => {
  it.each([40001, 40013, 40091])(
    'with %i are not tried again by any replica for a minute',
    async (errcode) => {
      wecom = refusing(errcode);
      await expect(replica().current()).rejects.toMatchObject({ errcode, decision: { action: 'stop' } });
      now += minutes - 1;
      await expect(replica().current()).rejects.toMatchObject({
        errcode,
        decision: { action: 'stop' },
        errmsg: 'not asked again before 2026-11-20T08:01:00.000Z',
      });
      expect(fetched).toBe(1);
      now += 1;
      await expect(replica().current()).rejects.toBeInstanceOf(WecomError);
      expect(fetched).toBe(2);
    },
  );

  it.each([
    ['an hour', 40001, [0, 1, 3, 7, 15, 31, 63, 123, 183]],
    ['an hour', 40013, [0, 1, 3, 7, 15, 31, 63, 123, 183]],
    ['an hour', 45009, [0, 1, 3, 7, 15, 31, 63, 123, 183]],
    ['five minutes', 60020, [0, 1, 3, 7, 12, 17, 22, 27, 32]],
  ])('are tried at growing intervals, at most %s for %i', async (_, errcode, expected) => {
    wecom = refusing(errcode);
    const tokens = replica();
    const asked: number[] = [];
    for (let minute = 0; asked.length < expected.length && minute < 300; minute += 1) {
      const before = fetched;
      await tokens.current().catch(() => undefined);
      if (fetched > before) asked.push(minute);
      now += minutes;
    }
    expect(asked).toEqual(expected);
  });

  it('are refused to all replicas that start together after one question', async () => {
    wecom = refusing(40001);
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => replica().current()));
    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    expect(fetched).toBe(1);
  });

  it('count as good again after the first success', async () => {
    wecom = refusing(40001);
    const tokens = replica();
    await tokens.current().catch(() => undefined);
    now += minutes;
    wecom = async () => ({ token: 'good', expiresIn: 7200 });
    expect(await tokens.current()).toBe('good');
    wecom = refusing(40001);
    await tokens.refresh('good').catch(() => undefined);
    now += minutes;
    await tokens.current().catch(() => undefined);
    expect(fetched).toBe(4);
  });

  it('do not hold up corrected ones', async () => {
    wecom = refusing(40001);
    await replica('wrong')
      .current()
      .catch(() => undefined);
    wecom = async () => ({ token: 'good', expiresIn: 7200 });
    expect(await replica('right').current()).toBe('good');
  });

  it('count as good for a replica that was refused alone, as soon as it hears of a token', async () => {
    wecom = refusing(40001);
    const alone = replica();
    await alone.current().catch(() => undefined);
    const [key = ''] = await redis.keys(`${prefix}:*`);
    await redis.set(key, JSON.stringify({ kind: 'token', token: 'shared', expiresAt: now + minutes }));
    expect(await alone.current()).toBe('shared');
  });

  it('because of too many questions are a reason to wait, too', async () => {
    wecom = refusing(45009);
    const tokens = replica();
    await expect(tokens.current()).rejects.toMatchObject({ decision: { action: 'backOff' } });
    await expect(tokens.current()).rejects.toMatchObject({ decision: { action: 'backOff' } });
    expect(fetched).toBe(1);
  });

  it('are told from a WeCom that is only busy, which is asked again', async () => {
    wecom = refusing(-1);
    const tokens = replica();
    await expect(tokens.current()).rejects.toMatchObject({ errcode: -1 });
    wecom = async () => ({ token: 'good', expiresIn: 7200 });
    expect(await tokens.current()).toBe('good');
  });
});

describe('without Redis', () => {
  it('a token is fetched once and remembered, and shared again when Redis is back', async () => {
    const tokens = replica();
    await server.kill();
    expect(await tokens.current()).toBe('token-1');
    expect(await tokens.current()).toBe('token-1');
    expect(await tokens.refresh('token-1')).toBe('token-2');
    expect(await tokens.current()).toBe('token-2');
    expect(fetched).toBe(2);

    wecom = refusing(40001);
    await expect(tokens.refresh('token-2')).rejects.toBeInstanceOf(WecomError);
    await expect(tokens.current()).rejects.toBeInstanceOf(WecomError);
    expect(fetched).toBe(3);

    await server.start();
    expect(await whenReady(redis, 10_000)).toBe(true);
    wecom = async () => ({ token: 'shared', expiresIn: 7200 });
    now += minutes;
    expect(await tokens.current()).toBe('shared');
    expect(await replica().current()).toBe('shared');
    expect(fetched).toBe(4);
  });
});
