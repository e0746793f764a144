import { timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import { Fault } from '../errors.ts';

/** Signing and encryption of one app's callbacks (protocol §1.2, §1.3). */
export interface Envelope {
  /** Whether `signature` belongs to these three strings. Takes the same time wherever it differs. */
  verify(timestamp: string, nonce: string, encrypted: string, signature: string): boolean;
  /** Decrypts what `verify` has accepted. Never throws. */
  open(encrypted: string): OpenResult;
  /** Encrypts and signs a reply. */
  seal(plaintext: string, stamp: Stamp): Sealed;
}

export type OpenResult =
  | { readonly outcome: 'opened'; readonly message: string }
  /** Well encrypted with our key, but for another corp. */
  | { readonly outcome: 'wrongReceiver' }
  | { readonly outcome: 'notDecryptable' };

export interface Stamp {
  /** Seconds since the Unix epoch. */
  readonly timestamp: string;
  readonly nonce: string;
  /** The 16 random bytes in front of the plaintext; fresh ones when left out. */
  readonly random?: Buffer;
}

export interface Sealed {
  readonly encrypted: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

export interface EnvelopeParts {
  readonly token: string;
  /** 43 letters and digits, as the admin console shows them. */
  readonly encodingAesKey: string;
  /** The corpid, for a self-built app. */
  readonly receiveId: string;
}

/**
 * Wraps Tencent's own `@wecom/crypto` with what it leaves out: a comparison in constant time, the
 * check of the receiver, of the padding and of the length field, and of the form of the key.
 * Throws a Fault when the key cannot be one.
 */
export function createEnvelope({ token, encodingAesKey, receiveId }: EnvelopeParts): Envelope {
  // Not compared with its re-encoding: the console hands out keys with junk in the last two bits.
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw new Fault(
      'reading the EncodingAESKey',
      'copy all 43 letters and digits from the admin console (app, receive messages, API receive)',
    );
  }

  return {
    verify(timestamp, nonce, encrypted, signature) {
      return equalInConstantTime(getSignature(token, timestamp, nonce, encrypted), signature);
    },
    open(encrypted) {
      const frame = openFrame(encodingAesKey, encrypted);
      if (frame === undefined) return { outcome: 'notDecryptable' };
      if (frame.receiver !== receiveId) return { outcome: 'wrongReceiver' };
      return { outcome: 'opened', message: frame.message };
    },
    seal(plaintext, { timestamp, nonce, random }) {
      const encrypted = encrypt(encodingAesKey, plaintext, receiveId, random);
      return { encrypted, signature: getSignature(token, timestamp, nonce, encrypted), timestamp, nonce };
    },
  };
}

function equalInConstantTime(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

interface Frame {
  readonly message: string;
  readonly receiver: string;
}

function openFrame(encodingAesKey: string, encrypted: string): Frame | undefined {
  try {
    const { message, id, random } = decrypt(encodingAesKey, encrypted);
    // The library cuts off unchecked what it takes for padding, but hands out views of one buffer: the
    // random bytes come first in it and lead to all of the plaintext.
    const size = Buffer.byteLength(encrypted, 'base64');
    const plaintext = Buffer.from(random.buffer, random.byteOffset, size);
    return isWellFramed(plaintext, Buffer.byteLength(id)) ? { message, receiver: id } : undefined;
  } catch {
    // Not base64 of whole AES blocks, or too short to hold a length field.
    return undefined;
  }
}

/** 16 random bytes and a 32-bit length come before the message. */
const headSize = 20;
/** WeCom pads to multiples of 32 bytes although AES needs only 16. */
const paddingLimit = 32;

/** Whether head, message, receiver and padding fill the plaintext exactly, and the padding is one. */
function isWellFramed(plaintext: Buffer, receiverSize: number): boolean {
  const padding = plaintext[plaintext.length - 1] ?? 0;
  const end = plaintext.length - padding;
  if (padding < 1 || padding > paddingLimit || end < headSize) return false;
  if (headSize + plaintext.readUInt32BE(16) + receiverSize !== end) return false;
  for (let at = end; at < plaintext.length; at += 1) {
    if (plaintext[at] !== padding) return false;
  }
  return true;
}
