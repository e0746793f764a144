/** Builds one key of the product from its parts, e.g. `keys('desk', 'lin.xiaotang')`. */
export type Keys = (...parts: readonly (string | number)[]) => string;

/**
 * All keys read `<prefix>:{b}:…`. The tag puts every key into one slot of a Redis Cluster, so that a
 * turn can change the keys of a member, of a notice and of the outbox in one atomic script. One slot
 * serves far more than an organisation of 10,000 people needs; a cluster is wanted here for its
 * standby, not for its size.
 */
export function createKeys(prefix: string): Keys {
  return (...parts) => `${prefix}:{b}:${parts.join(':')}`;
}
