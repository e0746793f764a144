/** Where rules say what WeCom would let pass but clip, truncate, drop or ignore. */
export interface Report {
  /** `rule` is a short name for tests to look for, `detail` a Chinese sentence for the page. */
  violation(rule: string, detail: string): void;
}
