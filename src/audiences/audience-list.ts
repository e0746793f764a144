/** An audience under a name of its own, so that nobody has to put it together again. */
export interface AudienceList {
  readonly name: string;
  /** Whom it means, as `storedRule` reads it by the roster of any day. */
  readonly lasting: string;
}
