import type { Invited } from './invitation.ts';
import type { Reply } from './reply.ts';

/** Somebody who is invited to a meeting, with what is known of them so far. */
export interface Participant extends Invited {
  /** What they said last, perhaps to an earlier time of the meeting (`replyNow`). */
  readonly reply?: Reply;
  /** How they stand in the roll, as the attendance room writes it (roll-entry-text.ts); empty before that. */
  readonly rollEntry: string;
  /** All of it as it was read, for the guards of the store. */
  readonly stored: string;
}
