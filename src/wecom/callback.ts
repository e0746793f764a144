import { Fault } from '../errors.ts';
import type { Clock } from '../time/clock.ts';
import { isAnswerable } from './answerable.ts';
import { readCallbackQuery, type CallbackQuery } from './callback-query.ts';
import { parseDocument } from './document.ts';
import { readEncrypted } from './envelope-document.ts';
import type { Envelope, OpenResult } from './envelope.ts';
import type { Incoming } from './incoming.ts';
import { replyDocument, textReply } from './passive-reply.ts';
import { createRandomBytes } from './random-bytes.ts';
import { readIncoming } from './read-incoming.ts';

/** What WeCom calls, without the transport: both take what came in and say what goes out. */
export interface Callback {
  /** The URL check of the admin console (protocol §1.4). */
  verifyUrl(query: string): CallbackAnswer;
  /**
   * A delivery (protocol §1.5). Nothing of the body is parsed beyond its ciphertext before its
   * signature is known to be good. Rejects only when `handle` does, or answers what cannot be answered.
   */
  receive(query: string, body: Buffer): Promise<CallbackAnswer>;
}

export interface CallbackAnswer {
  readonly status: 200 | 400 | 403;
  readonly body: string;
  readonly contentType: 'text/plain' | 'text/xml';
  /** What became of the request, for metrics. */
  readonly outcome: CallbackOutcome;
  /** What it was: the `kind` of the Incoming, WeCom's own type for an unknown one; for the log. */
  readonly kind?: string;
}

export type CallbackOutcome =
  | 'verified'
  | 'accepted'
  | 'unknownKind'
  /** Of another app of the corp that uses the same token and key. */
  | 'otherApp'
  | 'badQuery'
  | 'badSignature'
  | 'stale'
  | 'wrongReceiver'
  | 'notDecryptable'
  /** Somebody tries entities, or to have a file read: to be told from what is only broken. */
  | 'doctype'
  | 'notXml';

export interface CallbackParts {
  readonly envelope: Envelope;
  readonly corpId: string;
  /** Deliveries that name another app are acknowledged and left alone; those that name none are ours. */
  readonly agentId: number;
  readonly clock: Clock;
  /** Refuses callbacks whose signed time differs from ours by more seconds than this; 0 turns it off. */
  readonly maxSkewSeconds: number;
  /**
   * Does what the delivery asks for and returns the text to answer with, or `undefined` for none. It is
   * called for every repeat and has to recognise them by `identity`.
   */
  readonly handle: (incoming: Incoming) => Promise<string | undefined>;
}

export function createCallback(parts: CallbackParts): Callback {
  const { envelope, corpId, agentId, clock, maxSkewSeconds, handle } = parts;
  const randomBytes = createRandomBytes();

  return {
    verifyUrl(rawQuery) {
      const query = readCallbackQuery(rawQuery);
      if (query?.echo === undefined) return refused('badQuery');
      const opened = openVerified(query, query.echo);
      if (opened.outcome !== 'opened') return refused(opened.outcome);
      return { status: 200, body: opened.message, contentType: 'text/plain', outcome: 'verified' };
    },
    async receive(rawQuery, body) {
      const query = readCallbackQuery(rawQuery);
      if (query === undefined) return refused('badQuery');
      const encrypted = readEncrypted(body);
      if (encrypted === undefined) return refused(whyUnreadable(body));
      const opened = openVerified(query, encrypted);
      if (opened.outcome !== 'opened') return refused(opened.outcome);
      const document = parseDocument(opened.message);
      if (document === undefined) return refused(whyUnreadable(opened.message));

      const incoming = readIncoming(document, opened.message);
      if (incoming.kind === 'unknown') return acknowledged('unknownKind', incoming.type);
      // Only forged and unreadable deliveries may be answered with an error (protocol §1.6).
      if ((incoming.agentId ?? agentId) !== agentId) return acknowledged('otherApp', incoming.kind);
      const content = await handle(incoming);
      if (content === undefined) return acknowledged('accepted', incoming.kind);
      return answered(incoming, content);
    },
  };

  function openVerified(
    query: CallbackQuery,
    encrypted: string,
  ): OpenResult | { readonly outcome: 'badSignature' | 'stale' } {
    const { timestamp, nonce, signature } = query;
    if (!envelope.verify(timestamp, nonce, encrypted, signature)) return { outcome: 'badSignature' };
    if (maxSkewSeconds > 0) {
      const skew = Math.abs(Number(timestamp) - clock.now() / 1000);
      if (!(skew <= maxSkewSeconds)) return { outcome: 'stale' };
    }
    return envelope.open(encrypted);
  }

  function answered(incoming: Incoming, content: string): CallbackAnswer {
    if (!isAnswerable(incoming)) {
      throw new Fault(
        `answering ${incoming.kind}`,
        'WeCom ignores a passive reply to it; send a message instead',
      );
    }
    const at = clock.now();
    const sealed = envelope.seal(textReply({ to: incoming.from, corpId, at, content }), {
      timestamp: String(Math.floor(at / 1000)),
      nonce: String(randomBytes().readUInt32BE()),
      random: randomBytes(),
    });
    return {
      status: 200,
      body: replyDocument(sealed),
      contentType: 'text/xml',
      outcome: 'accepted',
      kind: incoming.kind,
    };
  }
}

type Refused = Exclude<CallbackOutcome, 'verified' | Acknowledged>;

/** Contract §3. Refusals have no body: WeCom shows none of it, and forgers learn nothing. */
const statusOf = {
  badQuery: 400,
  badSignature: 403,
  stale: 403,
  wrongReceiver: 403,
  notDecryptable: 400,
  doctype: 400,
  notXml: 400,
} as const satisfies Record<Refused, number>;

function refused(outcome: Refused): CallbackAnswer {
  return { status: statusOf[outcome], body: '', contentType: 'text/plain', outcome };
}

function whyUnreadable(xml: string | Buffer): 'doctype' | 'notXml' {
  return /<!doctype/iu.test(xml.toString()) ? 'doctype' : 'notXml';
}

type Acknowledged = 'accepted' | 'unknownKind' | 'otherApp';

function acknowledged(outcome: Acknowledged, kind: string): CallbackAnswer {
  return { status: 200, body: '', contentType: 'text/plain', outcome, kind };
}
