import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/parse-xml.ts';

/** One way in which a reply is not as WeCom documents it. */
export interface EnvelopeFault {
  readonly rule: string;
  readonly detail: string;
}

/** The four elements of an encrypted passive reply (protocol §1.7). */
export interface ReplyEnvelope {
  readonly encrypt: string;
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

const ELEMENTS = ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce'] as const;

/**
 * Reads the envelope of a passive reply. `envelope` is null when it cannot be used at all; `faults`
 * also lists what a lenient reader would let pass, such as text that is not in CDATA.
 */
export function readReplyEnvelope(body: string): {
  envelope: ReplyEnvelope | null;
  faults: readonly EnvelopeFault[];
} {
  let root: XmlElement;
  try {
    root = parseXml(body);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unusable(`回应既不是空的，也不是 success，也不是 XML：${reason}`);
  }

  const names = root.children.map((child) => child.name);
  if (root.name !== 'xml' || names.toSorted().join() !== ELEMENTS.toSorted().join()) {
    return unusable(`应有且只有 ${ELEMENTS.join('、')}，实际是 ${names.join('、')}`);
  }

  const [encrypt, signature, timestamp, nonce] = ELEMENTS.map((name) =>
    root.children.find((child) => child.name === name),
  );
  if (!encrypt || !signature || !timestamp || !nonce) return unusable('信封不完整');
  if (!/^\d{1,12}$/.test(timestamp.text)) return unusable(`TimeStamp 应是秒数，实际是 ${timestamp.text}`);

  const bare = [encrypt, signature, nonce].filter((element) => !element.cdata);
  return {
    envelope: {
      encrypt: encrypt.text,
      signature: signature.text,
      timestamp: timestamp.text,
      nonce: nonce.text,
    },
    faults: [
      ...bare.map(({ name }) => ({ rule: 'reply-envelope', detail: `${name} 没有放在 CDATA 里` })),
      ...(timestamp.cdata ? [{ rule: 'reply-envelope', detail: 'TimeStamp 应是不带 CDATA 的数字' }] : []),
    ],
  };
}

function unusable(detail: string): { envelope: null; faults: readonly EnvelopeFault[] } {
  return { envelope: null, faults: [{ rule: 'reply-envelope', detail }] };
}
