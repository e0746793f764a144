import { scanFlatDocument } from './flat-document.ts';

/**
 * Takes the ciphertext out of a callback's body (protocol §1.5). This is all that is read of a body
 * before its signature is known to be good, so only the flat form WeCom sends is accepted. Returns
 * `undefined` for everything else, and for a body without `Encrypt`.
 */
export function readEncrypted(body: Buffer): string | undefined {
  return scanFlatDocument(body.toString('utf8'))?.['Encrypt'];
}
