/** A paper as its domain says it, before anybody thinks of fonts and margins. */
export interface WordDocument {
  /** Centred above all. */
  readonly title: string;
  /** What kind of paper this is; on the head of every page. */
  readonly standing: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Numbered from 1. */
  | { readonly kind: 'list'; readonly entries: readonly string[] }
  | TableBlock
  /** For each a line to sign on by hand. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] };

export interface TableBlock {
  readonly kind: 'table';
  /** The first row, printed again on every page; absent for a form of labels and values. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How the columns share the width. */
  readonly shares: readonly number[];
}
