/** A question that comes with a notice: one of a few choices, or a short text. */
export interface NoticeQuestion {
  readonly ask: string;
  /** Two to four; none for a short text. */
  readonly choices: readonly string[];
}
