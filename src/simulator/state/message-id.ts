import { randomBytes } from 'node:crypto';

/** A new identity for a message on the phones; the bot sees it as `msgid`. */
export function newMessageId(): string {
  return randomBytes(24).toString('base64url');
}
