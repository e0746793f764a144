import type { Meeting } from '../meetings/meeting.ts';
import type { MinutesContent } from './read-minutes.ts';

/** A meeting as those who were not there may study it. */
export interface StudiedMeeting {
  readonly meeting: Meeting;
  readonly content: MinutesContent;
}
