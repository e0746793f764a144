import type { Turn } from '../chat/turn.ts';
import type { Organisation } from '../roster/roster.ts';

/** The organisation an officer answers and speaks for, with all below it. */
export function scopeOf({ roster, member }: Turn): Organisation {
  return roster.scopeOf(member)[0] ?? member.organisation;
}
