import type { SendingHours } from './outbox-entry.ts';

/**
 * When people may be written to from an instant on, as they and the hours of sending allow; in groups
 * of people with the same answer.
 */
export type Readdress = (
  userids: readonly string[],
  kind: SendingHours['kind'],
  from: number,
) => Promise<readonly Readdressed[]>;

export interface Readdressed {
  readonly userids: readonly string[];
  /** In milliseconds by the product's clock; or why never, in a few Chinese words. */
  readonly when: { readonly due: number; readonly until: number } | { readonly never: string };
}
