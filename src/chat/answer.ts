import type { Card } from './card.ts';

/** What a command says: a text, or something richer. */
export type Answer = string | RichAnswer;

export type RichAnswer =
  | { readonly card: Card }
  /** Text in WeCom's Markdown subset; people who asked for 文字版 get it without the marks. */
  | { readonly markdown: string }
  /** For somebody who tapped: the button turns into `caption` and nothing else is sent. Else `text`. */
  | { readonly text: string; readonly caption: string }
  /** Said in any case; a tapped card's buttons turn into `closing` besides. */
  | { readonly text: string; readonly closing: string };
