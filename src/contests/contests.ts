import type { ContestTalk } from './contest-talk.ts';
import type { Endings } from './endings.ts';
import type { Naming } from './naming.ts';
import type { Openings } from './opening.ts';
import type { Rooms } from './rooms.ts';
import type { Sights } from './sight.ts';

/** Contests between branches: live rooms, and challenges that are answered in the own time. */
export interface Contests {
  readonly openings: Openings;
  readonly endings: Endings;
  readonly naming: Naming;
  readonly talk: ContestTalk;
  readonly join: Rooms['join'];
  readonly latest: Sights['latest'];
}
