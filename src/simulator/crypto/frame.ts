import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** PKCS#7 to a multiple of 32, not of AES's own 16 (protocol §1.2). */
const PADDING_BLOCK = 32;
const AES_BLOCK = 16;
const RANDOM_LENGTH = 16;
const HEADER_LENGTH = RANDOM_LENGTH + 4;

/**
 * The 32 key bytes in an EncodingAESKey. Its last two bits are junk and real consoles hand out keys
 * where they are set, so nothing may compare a re-encoding (protocol §1.2).
 * Throws when it is not 43 letters and digits.
 */
export function readEncodingAesKey(encodingAesKey: string): Buffer {
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) {
    throw new Error('EncodingAESKey must be 43 letters and digits');
  }
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

/**
 * Encrypts one message into the frame of protocol §1.2 and returns it in base64.
 * `random` are the 16 leading bytes; only the published vectors need to choose them.
 */
export function encryptFrame(
  key: Buffer,
  message: string,
  receiveId: string,
  random: Buffer = randomBytes(RANDOM_LENGTH),
): string {
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);

  const frame = Buffer.concat([random, length, text, Buffer.from(receiveId, 'utf8')]);
  const missing = PADDING_BLOCK - (frame.length % PADDING_BLOCK);
  const padded = Buffer.concat([frame, Buffer.alloc(missing, missing)]);

  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, AES_BLOCK)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

/** Opens a frame and returns its message; throws when anything about it is not exactly right. */
export function decryptFrame(key: Buffer, encrypt: string, receiveId: string): string {
  const encrypted = Buffer.from(encrypt, 'base64');
  if (encrypted.length === 0 || encrypted.length % AES_BLOCK !== 0) throw new Error('bad ciphertext length');

  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, AES_BLOCK)).setAutoPadding(false);
  const frame = withoutPadding(Buffer.concat([decipher.update(encrypted), decipher.final()]));
  if (frame.length < HEADER_LENGTH) throw new Error('plaintext too short');

  const end = HEADER_LENGTH + frame.readUInt32BE(RANDOM_LENGTH);
  if (end > frame.length) throw new Error('bad length field');
  if (frame.subarray(end).toString('utf8') !== receiveId) throw new Error('receiveid mismatch');
  return frame.subarray(HEADER_LENGTH, end).toString('utf8');
}

function withoutPadding(padded: Buffer): Buffer {
  const count = padded.at(-1) ?? 0;
  const padding = padded.subarray(padded.length - count);

  if (count < 1 || count > PADDING_BLOCK || count > padded.length || padding.some((byte) => byte !== count)) {
    throw new Error('bad padding');
  }
  return padded.subarray(0, padded.length - count);
}
