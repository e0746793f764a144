import { cleanText } from './clean-text.ts';
import type { Sealed } from './envelope.ts';
import { cutBytes } from './text-length.ts';

export interface TextReply {
  /** Userid of the member. */
  readonly to: string;
  readonly corpId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** At most 2,048 bytes of UTF-8 (protocol §3.1); longer ones are cut. */
  readonly content: string;
}

/** The plaintext of a passive reply with a text. */
export function textReply({ to, corpId, at, content }: TextReply): string {
  const text = cutBytes(cleanText(content), 2048).replaceAll(']]>', ']]]]><![CDATA[>');
  return (
    `<xml><ToUserName><![CDATA[${to}]]></ToUserName><FromUserName><![CDATA[${corpId}]]></FromUserName>` +
    `<CreateTime>${Math.floor(at / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
    `<Content><![CDATA[${text}]]></Content></xml>`
  );
}

/** The response body around a sealed reply (protocol §1.7). `TimeStamp` is spelled so on purpose. */
export function replyDocument({ encrypted, signature, timestamp, nonce }: Sealed): string {
  return (
    `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt><MsgSignature><![CDATA[${signature}]]></MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`
  );
}
