import { refuse } from '../rules/api-refusal.ts';
import type { SendRequest } from '../wire/send-request.ts';
import type { Corp } from '../state/corp.ts';

const MOST_USERS = 1000;
const MOST_PARTIES = 100;
const MOST_TAGS = 100;

/** Who gets a message and who does not; ids as WeCom reports them, in lower case. */
export interface Recipients {
  readonly reachable: readonly string[];
  readonly invalid: readonly string[];
  readonly unlicensed: readonly string[];
  readonly invalidParties: readonly string[];
  readonly invalidTags: readonly string[];
}

/**
 * Sorts the recipients of `message/send` (protocol §4.2). The simulated corp has no departments and
 * tags, so all of those are invalid. `alsoInvalid` is what a planned fault adds, in lower case.
 */
export function readRecipients(
  request: SendRequest,
  corp: Corp,
  alsoInvalid: ReadonlySet<string>,
): Recipients {
  const everybody = request.touser === '@all';
  const users = everybody ? corp.people.all.map(({ userid }) => userid) : listed(request.touser);
  const parties = everybody ? [] : listed(request.toparty);
  const tags = everybody ? [] : listed(request.totag);

  if (users.length + parties.length + tags.length === 0) refuse(82001, 'all recipients are empty');
  if (!everybody && users.length > MOST_USERS) refuse(40032, 'invalid userid list size');
  if (parties.length > MOST_PARTIES) refuse(82002, 'invalid partyid list size');
  if (tags.length > MOST_TAGS) refuse(82003, 'invalid tagid list size');

  const reachable: string[] = [];
  const invalid: string[] = [];
  const unlicensed: string[] = [];
  for (const userid of new Set(users.map((user) => user.toLowerCase()))) {
    const reach = alsoInvalid.has(userid) ? 'invisible' : corp.people.reachOf(userid);
    if (reach === 'visible') reachable.push(userid);
    else if (reach === 'unlicensed') unlicensed.push(userid);
    else if (!everybody) invalid.push(userid);
  }

  if (reachable.length === 0) refuse(81013, 'user & party & tag all invalid');
  return { reachable, invalid, unlicensed, invalidParties: parties, invalidTags: tags };
}

function listed(ids: string | undefined): readonly string[] {
  return (ids ?? '').split('|').filter((id) => id !== '');
}
