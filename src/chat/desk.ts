/**
 * What lies on a member's desk now: the few facts that nearly every turn needs (today's study item,
 * today's check-in, the preview that waits for 确认, the quiet hours). It comes with the claim of the
 * turn, so that common commands need no further look at Redis. Each domain reads and writes its own
 * fields; the long history lives in the domain's own store.
 */
export type Desk = Readonly<Record<string, string>>;
