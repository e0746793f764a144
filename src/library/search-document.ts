/** Anything that can be found: a study item now; a rule or a question later. */
export interface SearchDocument {
  /** Unique over all documents. */
  readonly id: string;
  readonly title: string;
  /** Plain text, one paragraph a line. */
  readonly text: string;
  /** What it is about, in single words; a query that is one of them finds it first. */
  readonly keywords: readonly string[];
  readonly kind: string;
}
