import { createMessageIds } from '../../src/simulator/callbacks/message-ids.ts';
import { messageXml } from '../../src/simulator/callbacks/callback-xml.ts';
import { createEnvelope } from '../../src/simulator/crypto/envelope.ts';
import { demoCredentials } from '../../src/simulator/demo-credentials.ts';
import { cdata } from '../../src/simulator/xml/build-xml.ts';

/** One delivery of WeCom, ready to be written to a socket. */
export interface PreparedCallback {
  readonly userid: string;
  readonly request: Buffer;
}

export const envelope = createEnvelope(demoCredentials);
const nextMessageId = createMessageIds();

/** Everybody types the same line once. MsgId, nonce and ciphertext differ in all of them, for ever. */
export function prepareCallbacks(userids: readonly string[], line: string): readonly PreparedCallback[] {
  const { corpId, agentId } = demoCredentials;
  const at = Date.now();
  return userids.map((userid) => {
    const header = { corpId, agentId, userid, at };
    const { query, body } = envelope.seal(
      messageXml(header, 'text', nextMessageId(), cdata('Content', line)),
      at,
    );
    const head =
      `POST /wecom/callback?${query} HTTP/1.1\r\nHost: bench\r\nContent-Type: text/xml\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return { userid, request: Buffer.from(head + body) };
  });
}
