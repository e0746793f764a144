/** What a committee member typed for a notice. */
export interface TypedNotice {
  readonly audience: string;
  /** Everything behind the audience. */
  readonly text: string;
  /** A time that was said afterwards, in the place of one in the text. */
  readonly when?: string;
  /** `secretaries`: they get it now, the others at the time that was said. */
  readonly first?: 'secretaries';
}

/** The notice whose preview waits for 确认. */
export interface NoticeDraft extends TypedNotice {
  /** How many people the preview counted. */
  readonly people: number;
}
