import type { NoticeLife } from './notice-life.ts';
import type { NoticeQuestion } from './notice-question.ts';

/** One broadcast, as it was confirmed by its author. */
export interface Notice {
  /** Short number, unique for ever. */
  readonly number: number;
  /** What people read, as it was typed; address and questions apart. */
  readonly text: string;
  /** A web page that the card opens. */
  readonly link?: string;
  /** Comes after the card, as a message of its own. */
  readonly file?: NoticeFile;
  /** At most three, answered after 收到. */
  readonly questions: readonly NoticeQuestion[];
  /** Whom it is for, as `storedRule` reads it. */
  readonly audience: string;
  /** The same as people call it, e.g. `全体` or `机关一支部`. */
  readonly audienceName: string;
  readonly author: string;
  /** The second committee member, where one was needed. */
  readonly releasedBy?: string;
  readonly urgency: NoticeUrgency;
  readonly life: NoticeLife;
}

/** `urgent` (加急) goes out at once, whatever the time and people's quiet hours (contract §4). */
export type NoticeUrgency = 'usual' | 'urgent';

/** A file or picture that a committee member sent to the assistant before. */
export interface NoticeFile {
  readonly kind: 'image' | 'file';
  /** WeCom's name for it, valid for three days. */
  readonly mediaId: string;
  /** `图片`, or the file's name. */
  readonly name: string;
  /** When WeCom forgets it, in milliseconds since the epoch. */
  readonly until: number;
}
