import type { Picture } from '../pictures/picture.ts';
import type { Card } from './card.ts';

/** What a command says: a text, or something richer. */
export type Answer = string | RichAnswer;

export type RichAnswer =
  | { readonly card: Card; readonly closing?: TappedCard }
  /** For somebody who tapped: the card turns into `caption` and nothing else is sent. Else `card`. */
  | { readonly card: Card; readonly caption: TappedCard }
  /** Shown as text to everybody, not only to people who asked for 文字版. */
  | { readonly card: Card; readonly form: 'text' }
  /** Text in WeCom's Markdown subset; people who asked for 文字版 get it without the marks. */
  | { readonly markdown: string }
  /** For somebody who tapped: the card turns into `caption` and nothing else is sent. Else `text`. */
  | { readonly text: string; readonly caption: TappedCard }
  | PictureAnswer
  | FileAnswer
  /** Said in any case; a tapped card turns into `closing` besides. */
  | { readonly text: string; readonly closing: TappedCard }
  | Question;

/** Asks for what is still missing of a command line; words that are no command are put behind `unfinished`. */
export type Question = { readonly unfinished: string } & (
  | { readonly text: string }
  | { readonly card: Card }
);

export interface PictureAnswer {
  /** Drawn when it is sent. */
  readonly picture: Picture;
  /** Said when it cannot be drawn. */
  readonly instead: string;
}

/** The text is said; the file comes after it, as a message of its own. */
export interface FileAnswer {
  readonly file: AnsweredFile;
  readonly text: string;
}

export interface AnsweredFile {
  /** As people see it, with its ending: 名册-2026-11-20.xlsx. */
  readonly name: string;
  /** At least 6 bytes; in the place of a file over 20 MB words are said. */
  readonly bytes: Uint8Array;
  /** What is handed out, for the operator's log; without names: 名册, 回执 3. */
  readonly subject?: string;
}

/** What a tapped card turns into: a few words in the place of its buttons, or another card. */
export type TappedCard = string | Card;
