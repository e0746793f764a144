import type { SendEntry, SendingHours } from './outbox-entry.ts';
import { allMissed } from './outcome.ts';
import type { Claim, State } from './settlement.ts';
import { partOf } from './split-recipients.ts';
import { done, type Next, type TryParts } from './try-parts.ts';

/** Lets an entry wait for a later time of its recipients, for some perhaps another than for others. */
export type Postpone = (claim: Claim<SendEntry>, hours: SendingHours, from: number) => Promise<Next>;

export function createPostpone({ settlement, readdress, report, count }: TryParts): Postpone {
  return async (claim, { kind }, from) => {
    const { entry } = claim;
    const groups = await readdress(entry.recipients, kind, from);
    const successors = groups.flatMap(({ userids, when }) =>
      'never' in when
        ? []
        : [partOf({ ...entry, hours: { kind, until: when.until } }, userids, { due: when.due })],
    );
    const state: State = (work) => {
      for (const { userids, when } of groups) {
        if (!('never' in when)) continue;
        report.settle(work, { ...entry, recipients: userids }, allMissed(userids, when.never));
      }
    };
    if (successors.length === 0) await settlement.settle(claim, state);
    else await settlement.replace(claim, successors, state);
    count('postponed');
    return done;
  };
}
