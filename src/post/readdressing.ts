import type { Readdress, Readdressed } from '../delivery/readdress.ts';
import { quietReason } from '../notices/dispatching.ts';
import type { Address } from './addressing.ts';

/** How delivery asks when people may be reached whom it could not send to in time. */
export function createReaddressing(address: Address): Readdress {
  return async (userids, kind, from) => {
    const groups = new Map<string, { readonly userids: string[]; readonly when: Readdressed['when'] }>();
    for (const { userid, due, hours } of await address(userids, kind, from)) {
      const when =
        due === undefined || hours === undefined ? { never: quietReason } : { due, until: hours.until };
      const name = JSON.stringify(when);
      const group = groups.get(name) ?? { userids: [], when };
      groups.set(name, group);
      group.userids.push(userid);
    }
    return [...groups.values()];
  };
}
