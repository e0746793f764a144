import { createCipheriv } from 'node:crypto';
import { getSignature } from '@wecom/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/errors.ts';
import { createEnvelope } from '../../src/wecom/envelope.ts';
import { wecomVector, wecomVectors } from './wecom-vectors.ts';

describe.each(wecomVectors)('published sample $name ($source)', (vector) => {
  const envelope = createEnvelope(vector);
  const { timestamp, nonce, encrypted, signature, message } = vector;

  it('has a signature that verifies', () => {
    expect(envelope.verify(timestamp, nonce, encrypted, signature)).toBe(true);
  });

  it('opens to its message', () => {
    expect(envelope.open(encrypted)).toEqual({ outcome: 'opened', message });
  });

  it('is sealed again to the same bytes with the same random prefix', () => {
    const random = Buffer.from(vector.random, 'hex');
    expect(envelope.seal(message, { timestamp, nonce, random })).toEqual({
      encrypted,
      signature,
      timestamp,
      nonce,
    });
  });
});

describe('a signature', () => {
  const { timestamp, nonce, encrypted, signature, ...parts } = wecomVector('V1');
  const envelope = createEnvelope(parts);

  it.each([
    ['with one digit changed', signature.replace('5', '6')],
    ['in upper case', signature.toUpperCase()],
    ['cut off', signature.slice(0, 39)],
    ['with something after it', `${signature}0`],
    ['that is empty', ''],
    ['with characters of several bytes', '签'.repeat(40)],
  ])('%s does not verify', (_, forged) => {
    expect(envelope.verify(timestamp, nonce, encrypted, forged)).toBe(false);
  });

  it('does not verify for another timestamp, nonce or ciphertext', () => {
    expect(envelope.verify('1409659590', nonce, encrypted, signature)).toBe(false);
    expect(envelope.verify(timestamp, '263014781', encrypted, signature)).toBe(false);
    expect(envelope.verify(timestamp, nonce, encrypted.replace('P', 'Q'), signature)).toBe(false);
  });

  it('does not verify when the ciphertext was decoded twice', () => {
    expect(envelope.verify(timestamp, nonce, encrypted.replaceAll('+', ' '), signature)).toBe(false);
  });
});

describe('a key', () => {
  const { encodingAesKey, ...parts } = wecomVector('V2');

  it.each([
    ['with 42 characters', encodingAesKey.slice(1)],
    ['with 32 characters, which would be 24 bytes', encodingAesKey.slice(0, 32)],
    ['with 44 characters', `${encodingAesKey}=`],
    ['with a character that is neither letter nor digit', encodingAesKey.replace('j', '+')],
    ['that is empty', ''],
  ])('%s is refused with what to do, and without being shown', (_, key) => {
    const create = () => createEnvelope({ ...parts, encodingAesKey: key });
    expect(create).toThrow(Fault);
    expect(create).toThrow(/copy all 43 letters and digits/);
    if (key !== '') expect(create).not.toThrow(key);
  });
});

describe('opening', () => {
  const vector = wecomVector('V2');
  const envelope = createEnvelope(vector);
  const key = Buffer.from(`${vector.encodingAesKey}=`, 'base64');

  /** Encrypts a plaintext as it is, whatever is wrong with its frame. */
  function encryptRaw(plaintext: Buffer): string {
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(plaintext), cipher.final()]).toString('base64');
  }

  function frame(parts: {
    length?: number;
    message?: string;
    receiver?: string;
    padding?: number[];
  }): string {
    const { message = 'hello', receiver = vector.receiveId } = parts;
    const head = Buffer.alloc(20, 'r');
    head.writeUInt32BE(parts.length ?? Buffer.byteLength(message), 16);
    const body = Buffer.concat([head, Buffer.from(message), Buffer.from(receiver)]);
    const count = 32 - (body.length % 32);
    const padding = parts.padding ?? [...Buffer.alloc(count, count)];
    return encryptRaw(Buffer.concat([body, Buffer.from(padding)]));
  }

  it('accepts the frame these tests are built from', () => {
    expect(envelope.open(frame({}))).toEqual({ outcome: 'opened', message: 'hello' });
  });

  it('tells another receiver from what cannot be decrypted', () => {
    const other = createEnvelope({ ...wecomVector('V1'), receiveId: 'ww0000000000000000' });
    expect(other.open(wecomVector('V1').encrypted)).toEqual({ outcome: 'wrongReceiver' });
    const claimed = createEnvelope({ ...wecomVector('V9'), receiveId: 'wx5823bf96d3bd56c7' });
    expect(claimed.open(wecomVector('V9').encrypted)).toEqual({ outcome: 'wrongReceiver' });
  });

  it.each([
    ['one that begins with ours', `${vector.receiveId}x`],
    ['one that ours begins with', vector.receiveId.slice(0, -1)],
    ['one in upper case', vector.receiveId.toUpperCase()],
    ['an empty one', ''],
  ])('takes the receiver exactly: not %s', (_, receiver) => {
    expect(envelope.open(frame({ receiver }))).toEqual({ outcome: 'wrongReceiver' });
  });

  it('does not take our receiver for an expected empty one', () => {
    const empty = createEnvelope({ ...vector, receiveId: '' });
    expect(empty.open(vector.encrypted)).toEqual({ outcome: 'wrongReceiver' });
  });

  const size = 20 + 'hello'.length + vector.receiveId.length;
  const count = 32 - (size % 32);

  it.each([
    [
      'a ciphertext cut by one AES block',
      Buffer.from(vector.encrypted, 'base64').subarray(0, -16).toString('base64'),
    ],
    ['a ciphertext cut in the middle of a block', vector.encrypted.slice(0, -8)],
    ['a ciphertext of one block', encryptRaw(Buffer.alloc(16, 16))],
    ['a ciphertext of nothing', ''],
    ['what is not base64', '这不是密文'],
    [
      'a ciphertext with a line break in it',
      `${vector.encrypted.slice(0, 76)}\n${vector.encrypted.slice(76)}`,
    ],
    ['a length field of 0xFFFFFFFF', frame({ length: 0xffffffff })],
    ['a length field that reaches into the padding', frame({ length: 5 + vector.receiveId.length + 1 })],
    ['a padding of zeros', frame({ padding: [...Buffer.alloc(count, 0)] })],
    ['a padding byte above 32', frame({ padding: [...Buffer.alloc(count, 33)] })],
    ['padding bytes that differ', frame({ padding: [...Buffer.alloc(count - 1, 1), count] })],
    ['a padding that claims the whole plaintext', encryptRaw(Buffer.alloc(32, 32))],
    [
      'a receiver that is not UTF-8',
      encryptRaw(
        Buffer.concat([Buffer.alloc(19, 0), Buffer.from([0]), Buffer.alloc(11, 0xff), Buffer.from([1])]),
      ),
    ],
  ])('refuses %s as not decryptable', (_, encrypted) => {
    expect(envelope.open(encrypted)).toEqual({ outcome: 'notDecryptable' });
  });

  it('refuses what was encrypted with another key', () => {
    const other = createEnvelope({ ...vector, encodingAesKey: wecomVector('V3').encodingAesKey });
    expect(other.open(vector.encrypted)).toEqual({ outcome: 'notDecryptable' });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ maxLength: 400 })), (encrypted) => {
        expect(envelope.open(encrypted).outcome).not.toBe('opened');
      }),
    );
  });
});

describe('sealing', () => {
  const { token, encodingAesKey, receiveId } = wecomVector('V2');
  const envelope = createEnvelope({ token, encodingAesKey, receiveId });

  it('makes what opens again, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (plaintext) => {
        const sealed = envelope.seal(plaintext, { timestamp: '1700000000', nonce: '42' });
        expect(envelope.open(sealed.encrypted)).toEqual({ outcome: 'opened', message: plaintext });
        expect(envelope.verify('1700000000', '42', sealed.encrypted, sealed.signature)).toBe(true);
        expect(sealed.signature).toBe(getSignature(token, '1700000000', '42', sealed.encrypted));
      }),
    );
  });

  it('gives the same plaintext another ciphertext each time', () => {
    const stamp = { timestamp: '1700000000', nonce: '42' };
    expect(envelope.seal('你好', stamp).encrypted).not.toBe(envelope.seal('你好', stamp).encrypted);
  });
});
