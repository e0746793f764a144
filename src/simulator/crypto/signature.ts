import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The signature of protocol §1.3: SHA-1, in lower-case hex, over the four texts in byte order with
 * nothing between them. `encrypt` is the base64 text as transported (for a URL check: the echostr).
 */
export function signatureOf(token: string, timestamp: string, nonce: string, encrypt: string): string {
  const parts = [token, timestamp, nonce, encrypt].toSorted().join('');
  return createHash('sha1').update(parts, 'utf8').digest('hex');
}

/** Compares in constant time, case-sensitively. */
export function sameSignature(left: string, right: string): boolean {
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
