import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commit, valuesPerWrite } from '../../src/redis/commit.ts';
import { closeRedis, connectRedis, type RedisClient } from '../../src/redis/connect.ts';
import { createKeys, type Keys } from '../../src/redis/keys.ts';
import { createUnitOfWork, type StatedWork } from '../../src/redis/unit-of-work.ts';
import { testRedis, type TestRedis } from '../support/redis.ts';

let server: TestRedis;
let redis: RedisClient;
let keys: Keys;
beforeEach(async () => {
  server = await testRedis();
  redis = await connectRedis(server.url, { pipelining: 'automatic' });
  keys = createKeys(server.prefix);
});
afterEach(async () => {
  await closeRedis(redis);
  await server.close();
});

function stated(state: (work: StatedWork) => void): StatedWork {
  const work = createUnitOfWork();
  state(work);
  return work;
}

describe('a unit of work', () => {
  it('is written when everything it expects holds', async () => {
    await redis.set(keys('value'), 'a');
    await redis.hset(keys('hash'), 'field', 'b');
    await redis.rpush(keys('list'), 'first line\nsecond line', 'other');
    await redis.set(keys('text'), '7\n三会一课');
    const work = stated((one) => {
      one.expectValue(keys('value'), 'a');
      one.expectValue(keys('no value'), undefined);
      one.expectField(keys('hash'), 'field', 'b');
      one.expectField(keys('hash'), 'no field', undefined);
      one.expectFirst(keys('list'), 'first line');
      one.expectStart(keys('text'), '7\n');
      one.write('LPOP', keys('list'));
      one.write('HSET', keys('hash'), 'field', 'c', 'number', 7);
      one.write('SET', keys('empty'), '', 'EX', 60);
    });

    expect(await commit(redis, work)).toBeUndefined();
    expect(await redis.lrange(keys('list'), 0, '-1')).toEqual(['other']);
    expect(await redis.hgetall(keys('hash'))).toEqual({ field: 'c', number: '7' });
    expect(await redis.get(keys('empty'))).toBe('');
  });

  it.each(['', '\0', '"\\ud800"', '三会一课 😀', '\u2028\n', 'half \ud83d'.toWellFormed()])(
    'keeps every character of %j',
    async (text) => {
      await commit(
        redis,
        stated((one) => one.write('SET', keys('text'), text)),
      );
      expect(await redis.get(keys('text'))).toBe(text);
    },
  );

  it('keeps whole characters of a text that was cut in the middle of one, and numbers as they are', async () => {
    const work = stated((one) => {
      one.write('SET', keys('text'), 'half \ud83d');
      one.write('SET', keys('fraction'), 0.1);
      one.write('SET', keys('instant'), 1_795_177_186_774);
    });
    await commit(redis, work);
    expect(await redis.mget(keys('text'), keys('fraction'), keys('instant'))).toEqual([
      'half \ufffd',
      '0.1',
      '1795177186774',
    ]);
  });

  it.each<[string, (work: StatedWork) => void]>([
    ['a value that changed', (work) => work.expectValue(keys('value'), 'b')],
    ['a value that is there', (work) => work.expectValue(keys('value'), undefined)],
    ['a value that is gone', (work) => work.expectValue(keys('nothing'), 'a')],
    ['a field that changed', (work) => work.expectField(keys('hash'), 'field', 'c')],
    ['a field that is gone', (work) => work.expectField(keys('hash'), 'nothing', 'b')],
    ['a first line that only begins like it', (work) => work.expectFirst(keys('list'), 'first')],
    ['a line that is not the first', (work) => work.expectFirst(keys('list'), 'other')],
    ['a start that changed', (work) => work.expectStart(keys('text'), '8\n')],
    ['a start that is longer than the text', (work) => work.expectStart(keys('text'), '7\n三会一课制度')],
    ['a start of nothing', (work) => work.expectStart(keys('nothing'), '7\n')],
    ['a first line of an empty list', (work) => work.expectFirst(keys('nothing'), 'first line')],
  ])('changes nothing because of %s, and says which', async (_, expectation) => {
    await redis.set(keys('value'), 'a');
    await redis.hset(keys('hash'), 'field', 'b');
    await redis.rpush(keys('list'), 'first line\nsecond line', 'other');
    await redis.set(keys('text'), '7\n三会一课');
    const work = stated((one) => {
      one.write('SET', keys('written'), 'early');
      one.expectValue(keys('value'), 'a');
      expectation(one);
      one.expectValue(keys('value'), 'wrong too');
    });

    expect(await commit(redis, work)).toBe(1);
    expect(await redis.exists(keys('written'))).toBe(0);
  });

  it('of a broadcast to 10,000 people is one step, also when another unit includes it', async () => {
    const people = Array.from({ length: 10_000 }, (_, index) => `p${index}`);
    const broadcast = stated((one) => {
      for (let start = 0; start < people.length; start += valuesPerWrite / 2) {
        const some = people.slice(start, start + valuesPerWrite / 2);
        one.write('HSET', keys('states'), ...some.flatMap((person) => [person, 'a']));
      }
    });
    const work = stated((one) => {
      one.expectValue(keys('number'), undefined);
      one.include(broadcast);
      one.write('SET', keys('number'), 1);
    });

    expect(await commit(redis, work)).toBeUndefined();
    expect(await redis.hlen(keys('states'))).toBe(10_000);
  });

  it('is refused before anything is written when one write is too long for the script', async () => {
    const tooMany = Array.from({ length: valuesPerWrite + 1 }, (_, index) => index);
    const work = stated((one) => {
      one.write('SET', keys('written'), 'early');
      one.write('SADD', keys('set'), ...tooMany);
    });

    await expect(commit(redis, work)).rejects.toThrow('writing 2001 values with one SADD');
    expect(await redis.exists(keys('written'))).toBe(0);
  });

  it('may be the first one on its connection, and share its moment with other commands', async () => {
    await redis.set(keys('value'), 'a');
    const work = stated((one) => one.write('INCR', keys('count')));
    const answers = await Promise.all([
      redis.get(keys('value')),
      commit(redis, work),
      redis.get(keys('value')),
      commit(redis, work),
    ]);

    expect(answers).toEqual(['a', undefined, 'a', undefined]);
    expect(await redis.get(keys('count'))).toBe('2');
  });

  it('wins or loses against another one that expects the same, 100 of them at once', async () => {
    const work = stated((one) => {
      one.expectValue(keys('number'), undefined);
      one.write('SET', keys('number'), 1);
      one.write('INCR', keys('winners'));
    });
    const failed = await Promise.all(Array.from({ length: 100 }, () => commit(redis, work)));

    expect(failed.filter((one) => one === undefined)).toHaveLength(1);
    expect(await redis.get(keys('winners'))).toBe('1');
  });
});
