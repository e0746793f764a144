/** What this corp may send (`content/sending/limits.yaml`). */
export interface SendingLimits {
  /** How many accounts the corp may have at most; `undefined` when nobody wrote it down. */
  readonly accounts: number | undefined;
}

/** For a deployment that does without: the roster is taken instead. */
export const unknownLimits: SendingLimits = { accounts: undefined };
