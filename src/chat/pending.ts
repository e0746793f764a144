import * as z from 'zod';
import type { Turn } from './turn.ts';

/**
 * What waits for one word of the member: a preview for 确认 (contract §4: 10 minutes), or a guess
 * for 是, or a line that lacks its last words. It lies on the desk; a newer one replaces it.
 */
export interface Pending {
  /** On the preview's buttons, so that an old card does not confirm a newer preview. */
  readonly id: string;
  readonly kind: 'preview' | 'guess' | 'unfinished';
  /** The command line that will be run. */
  readonly line: string;
  /** The only day on which it means what was shown: 明天 is another day tomorrow. */
  readonly day?: string;
  readonly until: number;
}

const lifetime = 10 * 60_000;

const form = z.object({
  id: z.string(),
  kind: z.enum(['preview', 'guess', 'unfinished']),
  line: z.string(),
  day: z.string().exactOptional(),
  until: z.number(),
});

/** States that a line waits for an answer, and returns it. */
export function setPending(
  turn: Turn,
  deskKey: string,
  waiting: Pick<Pending, 'kind' | 'line' | 'day'>,
): Pending {
  const pending: Pending = { id: shortId(turn.identity), ...waiting, until: turn.at + lifetime };
  turn.work.write('HSET', deskKey, field, JSON.stringify(pending));
  return pending;
}

/** What waits on the desk and is not too old; damaged entries count as nothing. */
export function pendingOn(turn: Turn): Pending | undefined {
  const stored = turn.desk[field];
  if (stored === undefined) return undefined;
  const pending = form.safeParse(parsed(stored));
  return pending.success && turn.at < pending.data.until ? pending.data : undefined;
}

export function clearPending(turn: Turn, deskKey: string): void {
  turn.work.write('HDEL', deskKey, field);
}

const field = 'pending';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Eight characters are enough to tell previews of the same member apart. */
function shortId(identity: string): string {
  return identity.slice(-8);
}
