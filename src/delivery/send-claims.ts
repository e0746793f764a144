import type { Beginning } from './begin-try.ts';
import type { SendEntry } from './outbox-entry.ts';
import type { OutboxKeys } from './outbox-keys.ts';
import type { Claim } from './settlement.ts';
import type { QueuedEntry } from './try-parts.ts';

/** One kind of answer to the question whether a try may begin. */
export type Begun<Kind extends Beginning['kind']> = Extract<Beginning, { readonly kind: Kind }>;

/** Holds as long as no other sender has settled the entry. */
export function triedClaim(
  keys: OutboxKeys,
  entry: SendEntry,
  { tried, follower, now }: Begun<'go' | 'tooLate'>,
): Claim<SendEntry> {
  return { entry, expected: { key: keys.tried, value: tried }, follower, now };
}

/** Of an entry of which no try has begun. */
export function untriedClaim(
  keys: OutboxKeys,
  entry: SendEntry,
  { record }: QueuedEntry,
  { follower, now }: Begun<'bodiless' | 'closed' | 'spent' | 'full'>,
): Claim<SendEntry> {
  return { entry, expected: { key: keys.entries, value: record }, follower, now };
}
