import { randomBytes } from 'node:crypto';

/** Where ids start; well beyond 2^53, so that whoever reads them as numbers is found out. */
const START = 7_000_000_000_000_000_000n;
const SPREAD = 1_000_000_000_000_000_000n;

/**
 * MsgIds: 64-bit numbers as text, growing, with a start of their own in every process, so that two
 * simulators towards one bot do not give the same id twice.
 */
export function createMessageIds(): () => string {
  let id = START + (randomBytes(8).readBigUInt64BE() % SPREAD);

  return () => {
    id += 1n;
    return String(id);
  };
}
