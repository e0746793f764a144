import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps texts unreadable for whoever sees the store, its file on disk or a backup, and not the service's secrets. */
export interface Seal {
  /** Different every time, even for the same text. */
  seal(text: string): string;
  /** `undefined` when it was sealed with another secret, for another purpose, or is damaged. */
  open(sealed: string): string | undefined;
}

/**
 * AES-256-GCM under a key derived (HKDF, SHA-256) from a secret that is not in the store. What is sealed
 * for one purpose cannot be opened for another.
 */
export function createSeal(secret: string, purpose: string): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));

  return {
    seal(text) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < nonceLength + tagLength) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength));
      decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
      try {
        const body = decipher.update(bytes.subarray(nonceLength + tagLength));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** In bytes, as GCM recommends. */
const nonceLength = 12;
const tagLength = 16;
