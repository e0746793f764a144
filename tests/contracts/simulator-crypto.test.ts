import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decryptFrame, encryptFrame, readEncodingAesKey } from '../../src/simulator/crypto/frame.ts';
import { sameSignature, signatureOf } from '../../src/simulator/crypto/signature.ts';
import { publishedVectors } from './simulator-published-vectors.ts';
import type { PublishedVector } from './simulator-published-vectors.ts';

describe('the simulator’s encryption', () => {
  it.each(publishedVectors)('signs as $name', ({ token, timestamp, nonce, encrypt, signature }) => {
    expect(signatureOf(token, timestamp, nonce, encrypt)).toBe(signature);
  });

  it.each(publishedVectors)('decrypts $name', ({ encodingAesKey, encrypt, receiveId, message }) => {
    expect(decryptFrame(readEncodingAesKey(encodingAesKey), encrypt, receiveId)).toBe(message);
  });

  it.each(publishedVectors)('encrypts to the very bytes of $name', (published) => {
    const key = readEncodingAesKey(published.encodingAesKey);
    const random = Buffer.from(published.random, 'hex');
    expect(encryptFrame(key, published.message, published.receiveId, random)).toBe(published.encrypt);
  });

  it('gives back every message it encrypted, whatever its length', () => {
    const key = readEncodingAesKey('jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C');

    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), string(), (message, receiveId) => {
        const sealed = encryptFrame(key, message, receiveId);
        expect(decryptFrame(key, sealed, receiveId)).toBe(message);
        expect(Buffer.from(sealed, 'base64').length % 32).toBe(0);
      }),
    );
  });

  it('refuses the receiveid of another corp', () => {
    const { encodingAesKey, encrypt } = vector('V9');
    const key = readEncodingAesKey(encodingAesKey);
    expect(() => decryptFrame(key, encrypt, 'wx5823bf96d3bd56c7')).toThrow('receiveid mismatch');
  });

  it('refuses a ciphertext that lacks its last block', () => {
    const { encodingAesKey, encrypt, receiveId } = vector('V2');
    const truncated = Buffer.from(encrypt, 'base64').subarray(0, -16).toString('base64');
    expect(() => decryptFrame(readEncodingAesKey(encodingAesKey), truncated, receiveId)).toThrow('padding');
  });

  it('refuses a ciphertext that is not made of whole blocks', () => {
    const { encodingAesKey, receiveId } = vector('V2');
    expect(() => decryptFrame(readEncodingAesKey(encodingAesKey), 'abcd', receiveId)).toThrow('length');
  });

  it('tells two signatures apart that differ in one digit or in length', () => {
    const { signature } = vector('V1');
    expect(sameSignature(signature, signature)).toBe(true);
    expect(sameSignature(signature, signature.replace('5', '6'))).toBe(false);
    expect(sameSignature(signature, signature.slice(1))).toBe(false);
    expect(sameSignature(signature, signature.toUpperCase())).toBe(false);
  });

  it('refuses a key that is not 43 letters and digits', () => {
    expect(() => readEncodingAesKey('tooShort')).toThrow('43');
    expect(() => readEncodingAesKey(`${'a'.repeat(42)}=`)).toThrow('43');
  });
});

function vector(name: string): PublishedVector {
  const found = publishedVectors.find((one) => one.name.startsWith(`${name},`));
  if (found === undefined) throw new Error(`no vector ${name}`);
  return found;
}
