/**
 * What a domain wants to show, before anybody thinks of WeCom's card types. `reply.ts` turns it into
 * a template card, or into plain text for people who asked for 文字版.
 */
export interface Card {
  /** First line; the answer itself. About 36 characters fit. */
  readonly title: string;
  /** Second, smaller line. About 44 characters fit. */
  readonly note?: string;
  /** The text: short lines separated by `\n`. About 160 characters fit on the card. */
  readonly body?: string;
  /** Label and value rows, at most six; labels of at most five characters. */
  readonly facts?: readonly CardFact[];
  /** At most four, so that they fit under a thumb. */
  readonly buttons: readonly CardButton[];
  /** A web page that opens by a tap; a button of its own, behind the others. */
  readonly link?: CardLink;
  /** Choices to tick and send together. A card has these or buttons, not both. */
  readonly ticks?: CardTicks;
  /** How to answer by typing; stands in the place of the buttons where the card is shown as text. */
  readonly reply?: string;
  /** How it is told where it shares a message with others of its sort. */
  readonly listed?: CardInList;
}

export interface CardFact {
  readonly label: string;
  readonly value: string;
}

/** One card among several of its sort: a line of a list instead of a text of its own. */
export interface CardInList {
  /** What they are, behind their number: `件事快到期`. The same for the whole sort. */
  readonly title: string;
  /** This one, in one line. */
  readonly line: string;
  /** Shows all of them; takes the place of their buttons where those are too many. */
  readonly all: CardButton;
}

export interface CardLink {
  /** A verb of two to four characters. */
  readonly label: string;
  /** Beginning with `http://` or `https://`. */
  readonly url: string;
}

/** Several of these choices may be right; they are ticked, then sent. */
export interface CardTicks {
  /** At most eight; a label is one letter. */
  readonly choices: readonly CardFact[];
  /** Labels that are ticked at first. */
  readonly ticked?: readonly string[];
  /** Sends what is ticked: the labels take the place of `{ticked}` in its line, such as `答题 {ticked} q23`. */
  readonly send: CardButton;
}

export interface CardButton {
  /** A verb of two to four characters. */
  readonly label: string;
  /** The command line a tap stands for: a tap does exactly what typing it does. */
  readonly line: string;
  /** What does the same and is shorter, for whoever has to type it. */
  readonly typed?: string;
  /** One of several equal choices: none of them may look as if it were chosen already. */
  readonly tone?: 'choice';
}
