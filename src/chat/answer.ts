import type { Picture } from '../pictures/picture.ts';
import type { Card } from './card.ts';

/** What a command says: a text, or something richer. */
export type Answer = string | RichAnswer;

export type RichAnswer =
  | { readonly card: Card; readonly closing?: TappedCard }
  /** For somebody who tapped: the card turns into `caption` and nothing else is sent. Else `card`. */
  | { readonly card: Card; readonly caption: TappedCard }
  /** Text in WeCom's Markdown subset; people who asked for 文字版 get it without the marks. */
  | { readonly markdown: string }
  /** For somebody who tapped: the card turns into `caption` and nothing else is sent. Else `text`. */
  | { readonly text: string; readonly caption: TappedCard }
  | PictureAnswer
  /** Said in any case; a tapped card turns into `closing` besides. */
  | { readonly text: string; readonly closing: TappedCard };

export interface PictureAnswer {
  /** Drawn when it is sent. */
  readonly picture: Picture;
  /** Said when it cannot be drawn. */
  readonly instead: string;
}

/** What a tapped card turns into: a few words in the place of its buttons, or another card. */
export type TappedCard = string | Card;
