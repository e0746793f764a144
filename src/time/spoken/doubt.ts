import type { LocalMoment } from '../local-moment.ts';

/** Something that has to be asked back before anything is done. */
export interface Doubt {
  readonly kind: DoubtKind;
  /** In the person's language, without a full stop: `明天是周六，不是工作日`. */
  readonly words: string;
}

/**
 * `whichDay`: the day is one of several, or none. `noHour`: there is a day and no hour. `whichHalf`: before or
 * after noon. `dayOff`, `outside` (at night, too early, too late), `past`, `far`: clear, and probably not
 * meant. `whichEnd`: it ends before it begins. `twoTimes`: two different times were written.
 */
export type DoubtKind =
  | 'whichDay'
  | 'noHour'
  | 'whichHalf'
  | 'dayOff'
  | 'outside'
  | 'past'
  | 'far'
  | 'whichEnd'
  | 'twoTimes';

/** A moment, perhaps with its end. */
export interface SpokenMoment extends LocalMoment {
  /** Minute at which it ends, 1 to 1440, on the same day. */
  readonly until?: number;
}
