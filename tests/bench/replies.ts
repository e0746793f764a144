import { childOf, parseXml } from '../../src/simulator/xml/parse-xml.ts';
import { demoCredentials } from '../../src/simulator/demo-credentials.ts';
import { envelope } from './callbacks.ts';
import type { Reply } from './closed-loop.ts';

/** Whether a reply is the right one for this person; what is wrong with it, or `undefined`. */
export type ReplyCheck = (reply: Reply, userid: string) => string | undefined;

/** The reply, unencrypted. */
export const plain =
  (expected: string): ReplyCheck =>
  ({ status, body }) =>
    status === 200 && body === expected ? undefined : `HTTP ${status}: ${body}`;

/** A passive reply (protocol §1.7): well signed, encrypted for our corp, to this person, with such a text. */
export const passive =
  (expected: RegExp): ReplyCheck =>
  ({ status, body }, userid) => {
    const { xml, faults } = envelope.open(body);
    if (status !== 200 || xml === null || faults.length > 0)
      return `HTTP ${status}: ${JSON.stringify(faults)}`;
    const message = parseXml(xml);
    const [to, from, type, content] = ['ToUserName', 'FromUserName', 'MsgType', 'Content'].map(
      (name) => childOf(message, name)?.text,
    );
    const isRight =
      to === userid && from === demoCredentials.corpId && type === 'text' && expected.test(content ?? '');
    return isRight ? undefined : xml;
  };

/** A figure of wrong answers is worth nothing: one of them ends the benchmark. */
export function checkReplies(replies: readonly Reply[], userids: readonly string[], check: ReplyCheck): void {
  for (const [index, userid] of userids.entries()) {
    const reply = replies[index];
    const wrong = reply === undefined ? 'no reply' : check(reply, userid);
    if (wrong !== undefined) throw new Error(`a wrong reply to ${userid}: ${wrong}`);
  }
}
