import { describe, expect, it } from 'vitest';
import { parseRedisAddress } from '../../src/redis/address.ts';

describe('parseRedisAddress', () => {
  it.each([
    [
      'redis://127.0.0.1:6379',
      { kind: 'server', endpoint: { host: '127.0.0.1', port: 6379 }, encrypted: false, database: 0 },
    ],
    [
      'redis://cache',
      { kind: 'server', endpoint: { host: 'cache', port: 6379 }, encrypted: false, database: 0 },
    ],
    [
      'redis://[::1]:7000/2',
      { kind: 'server', endpoint: { host: '::1', port: 7000 }, encrypted: false, database: 2 },
    ],
    [
      'rediss://bot:p%40ss:word@redis.example.com:6380/0',
      {
        kind: 'server',
        endpoint: { host: 'redis.example.com', port: 6380 },
        encrypted: true,
        database: 0,
        username: 'bot',
        password: 'p@ss:word',
      },
    ],
    [
      'redis+sentinel://:pa/ss@one,two:26380/main',
      {
        kind: 'sentinel',
        endpoints: [
          { host: 'one', port: 26_379 },
          { host: 'two', port: 26_380 },
        ],
        master: 'main',
        password: 'pa/ss',
      },
    ],
    [
      'redis+cluster://one:7000,two',
      {
        kind: 'cluster',
        endpoints: [
          { host: 'one', port: 7000 },
          { host: 'two', port: 6379 },
        ],
      },
    ],
    ['unix:///run/redis/redis.sock', { kind: 'socket', path: '/run/redis/redis.sock' }],
  ])('understands %s', (url, address) => {
    expect(parseRedisAddress(url)).toEqual(address);
  });

  it('takes a password as it stands when it is not percent-encoded', () => {
    expect(parseRedisAddress('redis://:100%@cache')).toHaveProperty('password', '100%');
  });

  it.each([
    '',
    'cache:6379',
    'http://cache',
    'redis://',
    'redis://one,two',
    'redis://cache:0',
    'redis://cache:65536',
    'redis://cache/main',
    'redis://password@cache',
    'redis+sentinel://one:26379',
    'redis+cluster://one/0',
    'redis+cluster://one,,two',
    'unix://relative.sock',
    'redis://ca che',
  ])('refuses %j', (url) => {
    expect(parseRedisAddress(url)).toBeUndefined();
  });
});
