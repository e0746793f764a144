import { crc32 } from 'node:zlib';
import type { Keys } from '../redis/keys.ts';

/**
 * Where a notice's recipients are kept: together, or, when they are many, in parts of some hundred, each by
 * the account. Redis keeps a hash of up to 512 short entries in a quarter of the room of a larger one.
 */
export interface RecipientKeys {
  together(number: number): string;
  /** The part that somebody of a large notice is in. */
  partOf(number: number, userid: string): string;
  parts(number: number): readonly string[];
}

export function createRecipientKeys(keys: Keys): RecipientKeys {
  const part = (number: number, index: number): string => keys('notice', number, 'recipients', index);

  return {
    together: (number) => keys('notice', number, 'recipients'),
    partOf: (number, userid) => part(number, crc32(userid.toLowerCase()) % partCount),
    parts: (number) => Array.from({ length: partCount }, (_, index) => part(number, index)),
  };
}

/** More recipients than this are kept in parts. */
export const mostTogether = 500;

/** Of 10,000 people some 300 are in each. Never to be changed: who is where follows from it. */
const partCount = 32;
