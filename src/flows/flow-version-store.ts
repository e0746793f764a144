import { createHash } from 'node:crypto';
import type { RedisClient } from '../redis/connect.ts';
import { readStored } from '../redis/read-stored.ts';
import type { Keys } from '../redis/keys.ts';
import type { UnitOfWork } from '../redis/unit-of-work.ts';
import type { Flow } from '../library/flow.ts';
import { flowForm } from './flow-form.ts';

/*
 * Keys.
 *   flow:<version>   string  a flow as JSON, as cases began with it; for ever, since there are few
 */
export interface FlowVersionStore {
  /** States that cases begin with this flow. Returns its version. */
  keep(work: UnitOfWork, flow: Flow): string;
  /** `undefined` when it was never kept, or is damaged. */
  find(version: string): Promise<Flow | undefined>;
}

export function createFlowVersionStore(redis: RedisClient, keys: Keys): FlowVersionStore {
  const flowKey = (version: string): string => keys('flow', version);
  // A version never changes, and many cases ask for the same one at once.
  const known = new Map<string, Promise<Flow | undefined>>();

  async function read(version: string): Promise<Flow | undefined> {
    const stored = await redis.get(flowKey(version));
    return readStored(flowForm, stored);
  }

  return {
    keep(work, flow) {
      const version = versionOf(flow);
      work.write('SET', flowKey(version), JSON.stringify(flow));
      return version;
    },
    async find(version) {
      const reading = known.get(version) ?? read(version);
      known.set(version, reading);
      const flow = await reading.catch((error: unknown) => {
        known.delete(version);
        throw error;
      });
      if (flow === undefined) known.delete(version);
      return flow;
    },
  };
}

/** Ten characters of its hash tell two versions of a flow apart for ever. */
function versionOf(flow: Flow): string {
  return createHash('sha256').update(JSON.stringify(flow)).digest('base64url').slice(0, 10);
}
