import { parse } from 'node:querystring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCallbackQuery } from '../../src/wecom/callback-query.ts';

describe('the query of a callback', () => {
  it('is decoded once', () => {
    expect(
      readCallbackQuery(
        'msg_signature=5c45&timestamp=1409659589&nonce=263014780&echostr=P9nA%2FqY%2B4RPc%3D%3D',
      ),
    ).toEqual({ signature: '5c45', timestamp: '1409659589', nonce: '263014780', echo: 'P9nA/qY+4RPc==' });
  });

  it('may come in any order, with other parameters between', () => {
    expect(readCallbackQuery('x=1&nonce=3&&debug&timestamp=2&msg_signature=1')).toEqual({
      signature: '1',
      timestamp: '2',
      nonce: '3',
      echo: undefined,
    });
  });

  it.each(['a%20b', 'a+b', 'a%2Bb'])(
    'repairs the plus sign of an echostr that a proxy mangled to %s',
    (echo) => {
      expect(readCallbackQuery(`msg_signature=1&timestamp=2&nonce=3&echostr=${echo}`)?.echo).toBe('a+b');
    },
  );

  it.each([
    ['nothing at all', ''],
    ['no signature', 'timestamp=2&nonce=3'],
    ['no timestamp', 'msg_signature=1&nonce=3'],
    ['no nonce', 'msg_signature=1&timestamp=2'],
    ['an empty nonce', 'msg_signature=1&timestamp=2&nonce='],
    ['a nonce without a value', 'msg_signature=1&timestamp=2&nonce'],
    ['a repeated signature', 'msg_signature=1&timestamp=2&nonce=3&msg_signature=1'],
    ['a repeated timestamp', 'msg_signature=1&timestamp=2&timestamp=2&nonce=3'],
    ['a repeated nonce', 'msg_signature=1&timestamp=2&nonce=3&nonce='],
    ['a repeated echostr', 'msg_signature=1&timestamp=2&nonce=3&echostr=a&echostr=b'],
    ['a broken escape', 'msg_signature=1&timestamp=2&nonce=%E4%B'],
    ['a lone percent sign', 'msg_signature=1&timestamp=2&nonce=3&echostr=%'],
  ])('is refused with %s', (_, query) => {
    expect(readCallbackQuery(query)).toBeUndefined();
  });

  it('is read as other readers read it', () => {
    const values = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, values, values, (signature, timestamp, nonce) => {
        const query = `msg_signature=${encodeURIComponent(signature)}&timestamp=${encodeURIComponent(timestamp)}&nonce=${encodeURIComponent(nonce)}`;
        const { msg_signature, ...rest } = parse(query);
        expect(readCallbackQuery(query)).toEqual({ ...rest, signature: msg_signature, echo: undefined });
      }),
    );
  });

  it('never makes the reader throw', () => {
    fc.assert(fc.property(fc.string(), (query) => void readCallbackQuery(`nonce=${query}`)));
  });
});
