/** Anything that can be found: a study item, a rule, a question. */
export interface SearchDocument {
  /** Unique over all documents. */
  readonly id: string;
  readonly title: string;
  /** Plain text, one paragraph a line. */
  readonly text: string;
  /** What it is about, in single words; a query that is one of them finds it first. */
  readonly keywords: readonly string[];
  readonly kind: string;
  /** The command line that opens it. */
  readonly line: string;
}
