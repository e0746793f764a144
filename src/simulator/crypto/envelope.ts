import { randomInt } from 'node:crypto';

import { parseXml } from '../xml/parse-xml.ts';
import { cdata, group } from '../xml/build-xml.ts';
import { decryptFrame, encryptFrame, readEncodingAesKey } from './frame.ts';
import { sameSignature, signatureOf } from './signature.ts';
import { readReplyEnvelope } from './reply-envelope.ts';
import type { EnvelopeFault } from './reply-envelope.ts';

/** What two parties of the callback share. */
export interface EnvelopeKeys {
  readonly corpId: string;
  readonly agentId: number;
  readonly token: string;
  readonly encodingAesKey: string;
}

/** One callback on the wire: what to append to the address and what to post. */
export interface SealedCallback {
  readonly query: string;
  readonly body: string;
}

/** A passive reply, opened: its plaintext, and what is not as protocol §1.7 has it. */
interface OpenedReply {
  readonly xml: string | null;
  readonly faults: readonly EnvelopeFault[];
}

export interface Envelope {
  /** Encrypts and signs a plaintext as WeCom does for a POST (protocol §1.5). */
  seal(xml: string, atEpochMs: number): SealedCallback;
  /** The query of a URL check (GET, protocol §1.4) whose decrypted echostr is `message`. */
  sealEcho(message: string, atEpochMs: number): string;
  /** Checks and decrypts what the bot answered to a POST. */
  open(body: string): OpenedReply;
}

export function createEnvelope(keys: EnvelopeKeys): Envelope {
  const key = readEncodingAesKey(keys.encodingAesKey);

  function signedQuery(encrypt: string, atEpochMs: number): URLSearchParams {
    const timestamp = String(Math.floor(atEpochMs / 1000));
    const nonce = String(randomInt(100_000_000, 1_000_000_000));
    const signature = signatureOf(keys.token, timestamp, nonce, encrypt);
    return new URLSearchParams({ msg_signature: signature, timestamp, nonce });
  }

  return {
    seal(xml, atEpochMs) {
      const encrypt = encryptFrame(key, xml, keys.corpId);
      const body = group(
        'xml',
        cdata('ToUserName', keys.corpId),
        cdata('AgentID', String(keys.agentId)),
        cdata('Encrypt', encrypt),
      );
      return { query: signedQuery(encrypt, atEpochMs).toString(), body };
    },

    sealEcho(message, atEpochMs) {
      const encrypt = encryptFrame(key, message, keys.corpId);
      const query = signedQuery(encrypt, atEpochMs);
      query.set('echostr', encrypt);
      return query.toString();
    },

    open(body) {
      const { envelope, faults } = readReplyEnvelope(body);
      if (envelope === null) return { xml: null, faults };

      const expected = signatureOf(keys.token, envelope.timestamp, envelope.nonce, envelope.encrypt);
      if (!sameSignature(expected, envelope.signature)) {
        return { xml: null, faults: [...faults, { rule: 'reply-signature', detail: '被动回复的签名不对' }] };
      }

      try {
        const xml = decryptFrame(key, envelope.encrypt, keys.corpId);
        parseXml(xml);
        return { xml, faults };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return {
          xml: null,
          faults: [...faults, { rule: 'reply-ciphertext', detail: `被动回复解不开：${reason}` }],
        };
      }
    },
  };
}
