import type { Picture } from '../pictures/picture.ts';
import type { CardUpdate, Message } from '../wecom/message.ts';

/** What delivery needs of WeCom. Calls reject with an error that `failureOf` understands. */
export interface Sender {
  /**
   * The request as it goes over the wire, with the duplicate check on, but for its recipients. Equal
   * values give equal bytes. Throws when a recipient cannot be written into a request.
   */
  encodeSend(send: SendCall): string;
  send(encoded: string, touser: string): Promise<SendResult>;
  updateCard(update: CardUpdateCall): Promise<unknown>;
  /**
   * Has a picture drawn and uploaded, and returns the message with it; a file that WeCom has already is
   * taken unless a new one is asked for. `undefined` when the picture cannot be drawn.
   */
  picture(picture: Picture, age: 'any' | 'new'): Promise<Message | undefined>;
  /** Uploads a file, and returns the message with it. */
  file(name: string, bytes: Uint8Array): Promise<Message>;
  /** Takes a message back from all whom it reached. */
  recall(messageId: string): Promise<unknown>;
  /** A call that changes nothing, to see whether a permanent fault is mended: `agent/get`. */
  probe(): Promise<unknown>;
  /** Closes the connections to WeCom. */
  close(): Promise<void>;
}

export interface SendCall {
  /** `a|b` */
  readonly touser: string;
  readonly message: Message;
  readonly duplicateCheckSeconds: number;
  /** Sets a card apart from the other parts of the same call. */
  readonly part?: string;
}

export interface SendResult {
  /** Not in the visible range; in lower case, like all userids WeCom answers. */
  readonly invalid: readonly string[];
  /** In the visible range, without a licence. */
  readonly unlicensed: readonly string[];
  /** For recalling the message. */
  readonly messageId: string | undefined;
  /** For updating the card once without a tap, for 72 hours. */
  readonly responseCode: string | undefined;
}

export interface CardUpdateCall {
  readonly recipients: readonly string[];
  readonly responseCode: string;
  readonly update: CardUpdate;
}
