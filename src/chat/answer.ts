import type { Card } from './card.ts';

/** What a command says: a text, or something richer. */
export type Answer = string | RichAnswer;

export type RichAnswer =
  | { readonly card: Card }
  /** Text in WeCom's Markdown subset; people who asked for 文字版 get it without the marks. */
  | { readonly markdown: string }
  /** For somebody who tapped: the card turns into `caption` and nothing else is sent. Else `text`. */
  | { readonly text: string; readonly caption: TappedCard }
  /** Said in any case; a tapped card turns into `closing` besides. */
  | { readonly text: string; readonly closing: TappedCard };

/** What a tapped card turns into: a few words in the place of its buttons, or another card. */
export type TappedCard = string | Card;
