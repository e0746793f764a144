import { randomFillSync } from 'node:crypto';

/**
 * Hands out 16 random bytes a call, drawn from the system 4 KiB at a time: asking it for each reply
 * costs 1.6 µs of a turn's 45. A result is valid until the next call.
 */
export function createRandomBytes(): () => Buffer {
  const pool = Buffer.alloc(4096);
  let used = pool.length;

  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += 16;
    return pool.subarray(used - 16, used);
  };
}
